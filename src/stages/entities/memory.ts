import type { GazetteerEntry } from '../../dictionary/gazetteer.js'
import type { Region } from '../../dictionary/regions.js'
import { shortFormsOf, type ShortForm } from '../../dictionary/short-forms.js'
import type { Identity } from './identity.js'
import type { Lexicon } from './lexicon.js'

/** The institutions an article has named so far, and what its unlisted ones can be called after that. */
export class ArticleMemory {
  private readonly seen = new Set<GazetteerEntry>()
  private readonly learned = new Map<string, Learned>()
  private readonly byForm = new Map<string, Identity>()
  /** Answers of `regionsOf`, until something new is known. */
  private readonly places = new Map<string, readonly Region[]>()

  constructor(private readonly lexicon: Lexicon) {}

  see(entry: GazetteerEntry): void {
    if (this.seen.has(entry)) return
    this.seen.add(entry)
    this.places.clear()
  }

  hasSeen(entry: GazetteerEntry): boolean {
    return this.seen.has(entry)
  }

  /** Remembers an unlisted institution by `names` and everything the short form rules make of them. */
  learn(identity: Identity, names: readonly string[]): void {
    const [name] = names
    if (name === undefined || this.byForm.has(name)) return
    for (const known of names) if (!this.byForm.has(known)) this.byForm.set(known, identity)
    this.learned.set(name, { identity, names, forms: null })
    this.places.clear()
  }

  /** The unlisted institution that `form` stands for after a longer name of it; null if none. */
  local(form: string): Identity | null {
    const known = this.byForm.get(form)
    if (known !== undefined) return known
    for (const { identity, form: short } of this.formsLike(form))
      if (short.rule.scope !== 'region') return { ...identity, rule: short.rule.id }
    return null
  }

  /** The unlisted institution that `form` stands for in `region`; null if none. */
  localIn(form: string, region: Region): Identity | null {
    for (const { identity, form: short } of this.formsLike(form))
      if (short.region === region) return { ...identity, rule: short.rule.id }
    return null
  }

  /** The places in which `form` would stand for an institution named before. */
  regionsOf(form: string): readonly Region[] {
    let places = this.places.get(form)
    if (places === undefined) this.places.set(form, (places = this.findRegions(form)))
    return places
  }

  private findRegions(form: string): readonly Region[] {
    const { regions, relative } = this.lexicon
    const found = new Set<Region>()
    for (const { form: short } of this.formsLike(form))
      if (short.region !== null && short.rule.scope === 'region') found.add(short.region)
    const byRegion = relative.get(form)
    for (const entry of byRegion === undefined ? [] : this.seen) {
      const home = entry.region === null ? null : regions.byCode(entry.region)
      for (const region of home === null ? [] : regions.lineOf(home))
        if (byRegion?.get(region.code)?.some((reading) => reading.entry === entry))
          found.add(region)
    }
    return [...found]
  }

  /** The short forms that read as `form`; made only of names that it could come from. */
  private *formsLike(form: string): Generator<{ identity: Identity; form: ShortForm }> {
    const { shortForms, templates } = this.lexicon
    for (const learned of this.learned.values()) {
      const { identity, names } = learned
      if (!names.some((name) => isWithin(form, name))) continue
      const [name, ...aliases] = names
      learned.forms ??= shortFormsOf(
        { name: name ?? identity.name, aliases, region: null },
        shortForms,
        templates,
      )
      for (const short of learned.forms) if (short.text === form) yield { identity, form: short }
    }
  }
}

interface Learned {
  readonly identity: Identity
  readonly names: readonly string[]
  /** Null until a form is looked for that the names could give. */
  forms: readonly ShortForm[] | null
}

/** Whether the characters of `form` stand in `name` in the same order: shortening only leaves out. */
function isWithin(form: string, name: string): boolean {
  let next = 0
  for (let at = 0; at < name.length && next < form.length; at++) if (name[at] === form[next]) next++
  return next === form.length
}
