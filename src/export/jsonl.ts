import type { YuanjuRecord } from '../pipeline/records.js'
import type { TextSink } from './text-sink.js'

/** Writes records as JSON lines; gives how many were written. Closes the sink. */
export async function writeJsonLines(
  records: Iterable<YuanjuRecord>,
  sink: TextSink,
): Promise<number> {
  let count = 0
  for (const record of records) {
    count++
    if (!(await sink.write(`${JSON.stringify(record)}\n`))) break
  }
  await sink.close()
  return count
}
