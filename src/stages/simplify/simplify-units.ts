import { canonicalJson, sha256 } from '../../core/fingerprint.js'
import type { StageFiles } from '../../core/stage.js'
import type { StageUnits, Unit } from '../../core/unit.js'
import { pageLiterals } from '../../dictionary/page-literal.js'
import { parseConversions } from './conversion-words.js'
import { readProtectedRows } from './protected-names.js'

/** Protected names one by one, conversions as one; none matters on a page without traditional text. */
export function simplifyUnits({ dictionaries }: StageFiles): StageUnits {
  const { conversion = [], protected: names = [] } = dictionaries
  const conversions: Unit = {
    id: 'conversion',
    file: conversion[0]?.path ?? '',
    line: null,
    meaning: sha256(canonicalJson(parseConversions(conversion))),
    literals: null,
    frame: 'traditional',
  }
  const rows = names.flatMap((file) => readProtectedRows(file))
  return {
    units: [
      conversions,
      ...rows.map(({ name, file, line, gazetteer }): Unit => ({
        id: `${gazetteer}/${name.id ?? name.spellings[0] ?? ''}`,
        file,
        line,
        meaning: sha256(canonicalJson(name)),
        literals: pageLiterals(name.spellings),
        frame: 'traditional',
      })),
    ],
    rest: null,
  }
}
