import { UsageError } from '../core/errors.js'

/**
 * Reads a comma-separated option whose items are among `known`; gives them in the order of `known`.
 * @throws {UsageError} for an item that is not
 */
export function parseList<T extends string>(
  text: string,
  known: readonly T[],
  option: string,
): readonly T[] {
  const items = text.split(',').map((item) => item.trim())
  for (const item of items)
    if (!known.some((name) => name === item))
      throw new UsageError(
        'option-unknown',
        `${option}: "${item}" is not one of ${known.join(', ')}.`,
      )
  return known.filter((name) => items.includes(name))
}
