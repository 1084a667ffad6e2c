import type { Span } from '../core/span.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import type { RunRow } from '../store/runs.js'
import type { AnnotatedArticle, AnnotatedKind } from './annotated-article.js'
import { factBodies, mentionBodies } from './web-body.js'
import { ownIri, WEB_CONTEXT } from './web-context.js'
import { placedTargets, quotedTargets, type WebSource, webSource } from './web-target.js'

/**
 * An article's records as a page of W3C Web Annotations (JSON-LD): the article on its body, then
 * mentions and facts, each on the source as crawled, with the run and the rule they are of (PROV-O).
 */
export function toWebAnnotations(
  annotated: AnnotatedArticle,
  kinds: readonly AnnotatedKind[],
): object {
  const { article, body, mentions, facts, sentences, run } = annotated
  const source = webSource(article.source.sha256, body.source)
  const sentenceText = new Map(sentences.map(({ id, text }) => [id, text]))
  return {
    '@context': WEB_CONTEXT,
    id: ownIri(`page:${article.id}`),
    type: 'AnnotationPage',
    annotates: kinds,
    generator: softwareOf(run),
    wasGeneratedBy: activityOf(annotated, source),
    items: [
      ...(kinds.includes('article') ? [articleAnnotation(annotated, source)] : []),
      ...(kinds.includes('mention')
        ? mentions.map((mention) => annotationOf(mention, mentionBodies(mention), source, run))
        : []),
      ...(kinds.includes('fact')
        ? facts.map((fact) => {
            const bodies = factBodies(fact, sentenceText.get(fact.sentence) ?? '')
            return annotationOf(fact, bodies, source, run)
          })
        : []),
    ],
  }
}

function articleAnnotation({ article, run }: AnnotatedArticle, source: WebSource): object {
  const { id, title, published, publisher, author, url, spans } = article
  const metadata = { headline: title, datePublished: published, publisher, author, url }
  const told = Object.entries(metadata).filter(([, value]) => value !== null)
  return {
    id: ownIri(id),
    type: 'Annotation',
    motivation: 'describing',
    wasGeneratedBy: runIri(run),
    body: { type: 'schema:NewsArticle', ...Object.fromEntries(told) },
    target: spans.length === 0 ? source.iri : placedTargets(spans, source),
  }
}

function annotationOf(
  record: MentionRecord | FactRecord,
  body: readonly object[],
  source: WebSource,
  run: RunRow,
): object {
  const { id, rule, spans } = record
  const by = [
    ...(rule === null ? [] : [agent('rule', rule)]),
    ...(record.record === 'mention' && record.entry !== null ? [agent('entry', record.entry)] : []),
  ]
  return {
    id: ownIri(id),
    type: 'Annotation',
    motivation: motivationOf(record),
    creator: by,
    wasAttributedTo: by.map((one) => one.id),
    wasGeneratedBy: runIri(run),
    body,
    target: targetOf(spans, source),
  }
}

function targetOf(spans: readonly Span[], source: WebSource): object | string {
  return spans.length === 0 ? source.iri : quotedTargets(spans, source)
}

function motivationOf(record: MentionRecord | FactRecord): string {
  if (record.record === 'fact') return 'describing'
  return record.entity === undefined ? 'describing' : 'identifying'
}

function agent(what: 'rule' | 'entry', name: string): { readonly id: string } {
  const node = { id: ownIri(`${what}:${name}`), type: ['Software', 'prov:SoftwareAgent'], name }
  return node
}

/** The run: what it read, with what, and when. */
function activityOf({ article, encoding, run }: AnnotatedArticle, source: WebSource): object {
  return {
    id: runIri(run),
    type: 'prov:Activity',
    label: `run ${run.id} of ${run.pipeline}`,
    startedAtTime: run.started,
    ...(run.finished === null ? {} : { endedAtTime: run.finished }),
    wasAssociatedWith: softwareOf(run).id,
    used: {
      id: source.iri,
      type: ['Text', 'prov:Entity'],
      // The text that positions are in: markup is part of it.
      format: `text/plain; charset=${encoding}`,
      name: article.source.path,
    },
  }
}

function softwareOf({ code, pipeline, fingerprint }: RunRow): { readonly id: string } {
  const node = {
    id: ownIri(`software:${code}:${fingerprint}`),
    type: ['Software', 'prov:SoftwareAgent'],
    name: `yuanju ${code}, pipeline ${pipeline}`,
  }
  return node
}

/** Run numbers begin anew with every store: its start tells runs apart. */
function runIri({ id, started, fingerprint }: RunRow): string {
  return ownIri(`run:${id}:${started}:${fingerprint.slice(0, 12)}`)
}
