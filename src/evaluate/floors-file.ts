import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { UsageError } from '../core/errors.js'
import { decodeFile } from '../pipeline/decode-file.js'
import { type Floors, formatFloors, parseFloors } from './floors.js'

/**
 * Reads a floors file; null if it is not there.
 * @throws {ConfigError} for one that is not as it should be
 */
export function readFloors(path: string): Floors | null {
  return existsSync(path) ? parseFloors(decodeFile(path, readFileSync(path))) : null
}

/** Writes a floors file. @throws {UsageError} where it cannot be written */
export function writeFloors(path: string, floors: Floors): void {
  try {
    writeFileSync(path, formatFloors(floors))
  } catch (error) {
    throw new UsageError('floors-unwritable', `${path}: the floors could not be written.`, {
      cause: error,
    })
  }
}
