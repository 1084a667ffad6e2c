import type { LineResult } from '../pipeline/recognise.js'

/** The result with only the kinds asked for; references to mentions left out become null. */
export function keepKinds(result: LineResult, kinds: readonly string[]): LineResult {
  const places = new Map<number, number>()
  const mentions = result.mentions.filter(({ kind }, index) => {
    const keep = kinds.includes(kind)
    if (keep) places.set(index, places.size)
    return keep
  })
  const place = (index: number | null): number | null =>
    index === null ? null : (places.get(index) ?? null)
  return {
    text: result.text,
    mentions: mentions.map((mention) => {
      const anchor = mention.date?.anchor
      if (mention.date === undefined || anchor === undefined || anchor === null) return mention
      return {
        ...mention,
        date: { ...mention.date, anchor: { ...anchor, mention: place(anchor.mention) } },
      }
    }),
    facts: !kinds.includes('fact')
      ? []
      : result.facts.map((fact) => ({
          ...fact,
          roles: Object.fromEntries(
            Object.entries(fact.roles).map(([name, role]) => [
              name,
              { ...role, mention: place(role.mention) },
            ]),
          ),
        })),
  }
}
