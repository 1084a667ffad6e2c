/**
 * The terms of the JSON-LD: the Web Annotation Vocabulary's context, and what it has no words for.
 * Values go by schema.org where it has a word, how they came to be by PROV-O.
 */
export const WEB_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    schema: 'http://schema.org/',
    prov: 'http://www.w3.org/ns/prov#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    yuanju: 'urn:x-yuanju:ns:',

    wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
    wasAttributedTo: { '@id': 'prov:wasAttributedTo', '@type': '@id' },
    wasAssociatedWith: { '@id': 'prov:wasAssociatedWith', '@type': '@id' },
    used: { '@id': 'prov:used', '@type': '@id' },
    startedAtTime: { '@id': 'prov:startedAtTime', '@type': 'xsd:dateTime' },
    endedAtTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },

    headline: 'schema:headline',
    datePublished: 'schema:datePublished',
    publisher: 'schema:publisher',
    author: 'schema:author',
    url: 'schema:url',

    annotates: 'yuanju:annotates',
    kind: 'yuanju:kind',
    words: 'yuanju:words',
    sentence: 'yuanju:sentence',
    mention: { '@id': 'yuanju:mention', '@type': '@id' },
    basis: 'yuanju:basis',
    fullName: 'schema:name',
    entry: { '@id': 'yuanju:entry', '@type': '@id' },
    amount: { '@id': 'schema:value', '@type': 'xsd:decimal' },
    low: { '@id': 'schema:minValue', '@type': 'xsd:decimal' },
    high: { '@id': 'schema:maxValue', '@type': 'xsd:decimal' },
    unit: 'schema:unitText',
    mod: 'yuanju:mod',
    timex: 'yuanju:timex',
    timexType: 'yuanju:timexType',
    from: 'schema:startDate',
    until: 'schema:endDate',
    subject: { '@id': 'yuanju:subject', '@type': '@id' },
    object: { '@id': 'yuanju:object', '@type': '@id' },
    quantity: { '@id': 'yuanju:quantity', '@type': '@id' },
    time: { '@id': 'yuanju:time', '@type': '@id' },
    metric: 'yuanju:metric',
    relation: 'yuanju:relation',
    event: 'yuanju:event',
    modality: 'yuanju:modality',
    speaker: 'yuanju:speaker',
    speakerRole: 'yuanju:speakerRole',
    organization: 'yuanju:organization',
  },
] as const

/** An IRI of this program's own: a record, rule, entry or run. `name` stays readable. */
export function ownIri(name: string): string {
  return `urn:x-yuanju:${name.replace(NOT_IN_IRI, encodeURIComponent)}`
}

/** RFC 3987 leaves Chinese in; these it does not. */

const NOT_IN_IRI = /[\u0000-\u0020<>"{}|\\^`%#?[\]]/g
