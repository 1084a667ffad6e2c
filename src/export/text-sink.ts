import { createWriteStream } from 'node:fs'
import { StoreError } from '../core/errors.js'

/** Where an export is written to. */
export interface TextSink {
  /** False once the reader has gone away: there is no use in writing on. */
  write(text: string): Promise<boolean>
  close(): Promise<void>
}

/** A file, made anew. */
export function openFileSink(path: string): TextSink {
  return toSink(createWriteStream(path), path)
}

/** Standard output; a reader that closes it early (`| head`) is no error. */
export function openStandardOutput(): TextSink {
  return toSink(process.stdout, 'standard output')
}

function toSink(stream: NodeJS.WritableStream, name: string): TextSink {
  let failure: Error | null = null
  let buffered = ''
  stream.on('error', (error: Error) => {
    failure = error
  })
  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      const text = buffered
      buffered = ''
      if (failure !== null || text === '') resolve()
      else
        stream.write(text, () => {
          resolve()
        })
    })
  const check = (): boolean => {
    if (failure === null) return true
    if ('code' in failure && failure.code === 'EPIPE') return false
    throw new StoreError('output-failed', `${name} could not be written: ${failure.message}.`, {
      cause: failure,
    })
  }
  return {
    async write(text) {
      buffered += text
      if (buffered.length >= CHUNK) await flush()
      return check()
    },
    async close() {
      await flush()
      if (stream !== process.stdout)
        await new Promise<void>((resolve) => {
          stream.on('error', () => {
            resolve()
          })
          stream.end(() => {
            resolve()
          })
        })
      check()
    },
  }
}

const CHUNK = 1 << 16
