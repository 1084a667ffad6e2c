import { z } from 'zod'
import type { ConfigProblem } from '../core/errors.js'
import type { YamlFile } from '../dictionary/yaml.js'

/** Forms that several rules share, with places for each rule's own roles and words. */
export const framesSchema = z.record(z.string(), z.array(z.string()).min(1)).default({})

/** The part of a rule file that names frames. */
export interface FrameSection {
  readonly frames: z.infer<typeof framesSchema>
}

/** A form as a rule writes it: a pattern, or a frame with what goes into it by name. */
export const writtenFormSchema = z.union([
  z.string(),
  z.object({ frame: z.string() }).catchall(z.string()),
])

export type WrittenForm = z.infer<typeof writtenFormSchema>

/** One pattern of a rule as it is read, and where it is written: for a form of a frame, in the frame. */
export interface Form {
  readonly source: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Puts frames into rules; `report` is told what cannot be. */
export type FormReader = (
  pattern: readonly WrittenForm[],
  report: (message: string) => void,
  placeOf: (index: number) => Omit<Form, 'source'>,
) => readonly Form[]

/** Prepares reading forms with the frames of all files; two frames of one name are reported. */
export function formReader(
  files: readonly YamlFile<FrameSection>[],
  report: (problem: ConfigProblem) => void,
): FormReader {
  const frames = new Map<string, readonly Form[]>()
  for (const file of files)
    for (const [name, forms] of Object.entries(file.value.frames)) {
      const known = frames.get(name)?.[0]
      if (known !== undefined) {
        const message = `frame ${name} is already defined at ${known.file}:${known.line}; give one of them another name.`
        report(file.problem(['frames', name], 'frame-duplicate', message))
      }
      const placed = forms.map((source, index) => ({
        source,
        file: file.path,
        ...file.locate(['frames', name, index]),
      }))
      frames.set(name, placed)
    }
  return (pattern, reportForm, placeOf) =>
    pattern.flatMap((form, index): readonly Form[] => {
      if (typeof form === 'string') return [{ source: form, ...placeOf(index) }]
      const { frame, ...parts } = form
      const forms = frames.get(frame)
      if (forms === undefined) {
        reportForm(`unknown frame ${frame}; known are: ${[...frames.keys()].join(', ') || 'none'}.`)
        return []
      }
      for (const name of Object.keys(parts))
        if (!forms.some(({ source }) => fill(source, { [name]: '' }) !== source))
          reportForm(`frame ${frame} has no place for "${name}", neither {${name}} nor $${name}.`)
      return forms.map((own) => ({ ...own, source: fill(own.source, parts) }))
    })
}

/**
 * A frame's form with a rule's own parts: `{agent: hospital}` with agent subject is
 * `{subject: hospital}`, `$verb` with verb 托管|代管 is `(托管|代管)`.
 */
function fill(source: string, parts: Readonly<Record<string, string>>): string {
  return source
    .replace(/\{([a-z-]+)(?=[:\s}])/g, (all, role: string) =>
      parts[role] === undefined ? all : `{${parts[role]}`,
    )
    .replace(/\$([a-z][a-z-]*)/g, (all, name: string) => {
      const words = parts[name]
      return words === undefined ? all : words.includes('|') ? `(${words})` : words
    })
}
