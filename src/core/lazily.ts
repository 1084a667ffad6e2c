/**
 * A constant that is made when it is first asked for: a large table costs a program nothing that
 * never looks anything up in it. `make` must give the same whenever it is called.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}
