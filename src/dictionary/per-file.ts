import type { SourceFile } from '../core/source-file.js'

/**
 * A reader that reads each file once: several stages are given the same files. The answer is kept as
 * long as the file itself, so it must not be changed.
 */
export function perFile<T>(read: (file: SourceFile) => T): (file: SourceFile) => T {
  return once(read)
}

/** The same for what is read with something else beside the file, once for both. */
export function perFileAnd<B extends object, T>(
  read: (file: SourceFile, beside: B) => T,
): (file: SourceFile, beside: B) => T {
  const readersOf = once((file: SourceFile) => once((beside: B) => read(file, beside)))
  return (file, beside) => readersOf(file)(beside)
}

/** Answers for each object once, and keeps the answer as long as the object is there. */
export function once<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>()
  return (key) => {
    let kept = known.get(key)
    if (kept === undefined) known.set(key, (kept = { answer: answer(key) }))
    return kept.answer
  }
}
