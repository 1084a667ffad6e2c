import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../batch/summary.js'
import type { Terminal } from './terminal.js'

export interface ProgressBar {
  readonly update: (progress: Progress) => void
  stop(): void
}

/** A bar on standard error with rate, remaining time and what was quarantined; none without a terminal. */
export function startProgress({ isQuiet }: Terminal, unit: string): ProgressBar {
  if (isQuiet || !process.stderr.isTTY) return { update: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `{bar} {value}/{total} ${unit} · {rate}/s · {eta_formatted} left · {quarantined} quarantined`,
      clearOnComplete: true,
      hideCursor: true,
      fps: 5,
    },
    Presets.shades_classic,
  )
  const started = Date.now()
  let isStarted = false
  return {
    update({ done, total, quarantined }) {
      const seconds = (Date.now() - started) / 1000
      const payload = { rate: Math.round(done / Math.max(seconds, 0.1)), quarantined }
      if (isStarted) bar.update(done, payload)
      else bar.start(total, done, payload)
      isStarted = true
    },
    stop() {
      if (isStarted) bar.stop()
    },
  }
}
