/** Milliseconds of CPU that `work` takes an item on average: the median of several warm rounds. */
export function measureCpu<T>(items: readonly T[], work: (item: T) => unknown): number {
  const rounds: number[] = []
  const end = performance.now() + MEASURED
  do {
    const { user, system } = process.cpuUsage()
    for (const item of items) work(item)
    const used = process.cpuUsage({ user, system })
    rounds.push((used.user + used.system) / 1000 / items.length)
  } while (performance.now() < end || rounds.length < LEAST_ROUNDS)
  const warm = rounds.slice(Math.floor(rounds.length / 3)).sort((a, b) => a - b)
  return warm[Math.floor(warm.length / 2)] ?? Number.NaN
}

const MEASURED = 5_000
const LEAST_ROUNDS = 4
