/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- the column decides the type */

/** Reads a JSON column. The store's own code wrote it, under a schema version; it is not validated. */
export function fromJson<T>(text: string): T {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- see above
  const value: T = JSON.parse(text)
  return value
}

/** As `fromJson`, with null for a column that is NULL. */
export function fromNullableJson<T>(text: string | null): T | null {
  return text === null ? null : fromJson<T>(text)
}
