import type { z } from 'zod'
import { ConfigError } from '../core/errors.js'

/** What is wrong with a file of annotations; `file` is what the message shows. */
export function goldProblem(file: string, code: string, message: string): ConfigError {
  return new ConfigError([{ code, file, line: null, column: null, message }])
}

/**
 * Reads JSON of a form.
 * @throws {ConfigError} if it is no JSON, or has another form
 */
export function parseJson<T>(text: string, schema: z.ZodType<T>, file: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw goldProblem(file, 'gold-syntax', error instanceof Error ? error.message : String(error))
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  throw goldProblem(file, 'gold-invalid', `${where}: ${issue?.message ?? 'not as expected'}`)
}
