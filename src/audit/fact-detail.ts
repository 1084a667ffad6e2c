import type { ExplainedRole, Explanation } from '../export/explain.js'
import type { ClaimSentence } from '../export/explain-claim.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import type { FactState } from '../store/audit-store.js'
import type { ClaimLine, FactDetail, FactLine, RoleInfo, RuleInfo } from './api.js'
import { derivationOf } from './derivation.js'
import { toMark, toSummary } from './fact-lines.js'

/** What the page of one fact is made of. */
export interface FactSources {
  readonly fact: FactRecord
  readonly line: FactLine
  readonly explanation: Explanation
  readonly history: readonly FactState[]
  readonly rule: RuleInfo | null
  /** The mentions that dates may be anchored at. */
  readonly mentions: readonly MentionRecord[]
}

export function toFactDetail(sources: FactSources): FactDetail {
  const { fact, line, explanation, history, rule, mentions } = sources
  const { place, printings, claim } = explanation
  return {
    line,
    place: {
      path: place.path,
      sha256: explanation.article.source.sha256,
      line: place.line,
      column: place.column,
      spans: place.spans,
      before: place.before,
      quote: place.quote,
      after: place.after,
    },
    printings,
    roles: explanation.roles.map((role) => toRole(role, fact, mentions)),
    edits: explanation.edits.map(({ origin, kind, before, after, source }) => ({
      stage: origin.stage,
      rule: origin.rule ?? origin.entry,
      kind,
      before: shorten(before),
      after: shorten(after),
      source,
    })),
    rule,
    history: history.map((state) => ({
      fromRun: state.fromRun,
      toRun: state.toRun,
      rule: state.rule,
      summary: toSummary(state.fact),
    })),
    claim:
      claim === null
        ? null
        : {
            id: claim.claim.id,
            facts: claim.claim.facts.length,
            articles: claim.claim.articles,
            independent: claim.claim.independent,
          },
    others: (claim?.others ?? []).map(toClaimLine),
    conflicts: (claim?.conflicts ?? []).map(({ said }) =>
      said === null ? null : toClaimLine(said),
    ),
  }
}

function toRole(
  { name, basis, mention }: ExplainedRole,
  fact: FactRecord,
  mentions: readonly MentionRecord[],
): RoleInfo {
  const party = name === 'subject' ? fact.subject : name === 'object' ? fact.object : undefined
  const text = mention?.text ?? party?.text ?? null
  const derivation = mention === null ? [] : derivationOf(mention, mentions)
  const named =
    derivation.length === 0 && party !== undefined && text !== null && party.name !== text
      ? [`${text} = ${party.name}`]
      : derivation
  return { name, basis, text, mark: mention === null ? null : toMark(mention), derivation: named }
}

function toClaimLine({ fact, sentence, title, publisher, published }: ClaimSentence): ClaimLine {
  return { fact: toSummary(fact), sentence, title, publisher, published }
}

/** A dropped list of links is cut in the middle: the page shows that something was there, and what. */
function shorten(text: string): string {
  const half = LONGEST / 2
  return text.length <= LONGEST ? text : `${text.slice(0, half)} … ${text.slice(-half)}`
}

const LONGEST = 160
