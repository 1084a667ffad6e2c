import { dropSpan, type Edit } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/** Drops what no reader sees: zero-width and control characters, soft hyphens, byte order marks. */
export function compileInvisible(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/invisible', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      for (const { 0: run, index } of text.matchAll(INVISIBLE))
        if (!isJoiner(text, run, index))
          edits.push(dropSpan({ start: index, end: index + run.length }, 'artefact', origin))
      return edits
    },
  }
}

/**
 * Control characters but those that are space, and Unicode's default-ignorable format characters, and
 * the mark of an object that is not there (U+FFFC).
 */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]+/g

/** A single zero-width joiner behind a pictograph makes two of them one sign. */
function isJoiner(text: string, run: string, at: number): boolean {
  return (
    run === '\u200d' && /[\ud83c-\ud83e\udc00-\udfff\ufe0f\u2600-\u27bf]/.test(text.charAt(at - 1))
  )
}
