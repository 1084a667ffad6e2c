import { z } from 'zod'
import { FACETS, FACT_ORDERS, type FactQuery, mapFacets } from '../store/fact-query.js'

/** A view of the facts, as the address of the page has it. */
export interface FactView extends Omit<FactQuery, 'only'> {
  /** By what was said in reviews. */
  readonly review: 'accepted' | 'rejected' | 'reviewed' | 'unreviewed' | 'disputed' | null
  /** Only the facts of a sample, by its number. */
  readonly sample: number | null
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const view = z.object({
  text: z.string().max(200).default(''),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  review: z
    .enum(['accepted', 'rejected', 'reviewed', 'unreviewed', 'disputed'])
    .nullable()
    .default(null),
  sample: z.coerce.number().int().positive().nullable().default(null),
  ofClaim: z.string().max(100).nullable().default(null),
  rows: z.enum(['fact', 'claim']).default('fact'),
  order: z.enum(FACT_ORDERS).default('place'),
  descending: z.stringbool().default(false),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Reads a view from an address; null where it is none. What is not known is passed over. */
export function readView(parameters: URLSearchParams): FactView | null {
  const single: Record<string, string> = {}
  for (const [name, value] of parameters) if (value !== '') single[name] = value
  const parsed = view.safeParse(single)
  if (!parsed.success) return null
  return { ...parsed.data, facets: mapFacets((facet) => parameters.getAll(facet)) }
}

/** The same view as an address, without its page: equal views give equal text. */
export function writeView({ text, facets, from, to, review, ofClaim }: FactView): string {
  const parameters = new URLSearchParams()
  if (text !== '') parameters.set('text', text)
  for (const facet of FACETS)
    for (const value of facets[facet] ?? []) parameters.append(facet, value)
  if (from !== null) parameters.set('from', from)
  if (to !== null) parameters.set('to', to)
  if (ofClaim !== null) parameters.set('ofClaim', ofClaim)
  if (review !== null) parameters.set('review', review)
  return parameters.toString()
}
