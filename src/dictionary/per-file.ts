import type { SourceFile } from '../core/source-file.js'

/**
 * A reader that reads each file once: several stages are given the same files. The answer is kept as
 * long as the file itself, so it must not be changed.
 */
export function perFile<T>(read: (file: SourceFile) => T): (file: SourceFile) => T {
  const known = new WeakMap<SourceFile, { readonly answer: T }>()
  return (file) => {
    let kept = known.get(file)
    if (kept === undefined) known.set(file, (kept = { answer: read(file) }))
    return kept.answer
  }
}
