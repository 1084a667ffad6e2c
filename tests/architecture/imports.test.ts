import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../src')

/** Each folder may import from itself and from those before it; those of `BESIDE` stand side by side. */
const ORDER = ['core', 'chinese', 'dictionary', 'rule', 'stages', 'pipeline', 'corpus', 'store']
const BESIDE = ['batch', 'export', 'diff', 'evaluate', 'suggest']
const LAST = ['audit', 'cli']
const ALL = [...ORDER, ...BESIDE, ...LAST]

/** Only here may files, processes, clocks and databases be touched. */
const EDGES = [
  'store/',
  'batch/',
  'export/',
  'audit/',
  'cli/',
  'evaluate/floors-file.ts',
  'evaluate/gold-files.ts',
  'pipeline/load.ts',
  'pipeline/package-folder.ts',
  'suggest/dictionary-file.ts',
]
/** Libraries' own data, read once and unchanging, is no input or output. */
const LIBRARY_DATA = ['stages/segment/jieba.ts']
const EFFECTS =
  /^(node:(fs|fs\/promises|child_process|net|http|https|os|process|worker_threads|readline|timers.*)|better-sqlite3)$/
const EFFECT_CALLS =
  /\b(Date\.now|new Date\(\)|Math\.random|process\.(env|argv|stdout|stderr|exit)|fetch)\b/

interface Module {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const modules: readonly Module[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const imports = [
      ...text.matchAll(/(?:^|\n)(?:import|export)[^'\n]*(?:\{[^}]*\}[^'\n]*)?'([^']+)'/g),
    ]
    return { path, text, imports: imports.map((match) => match[1] ?? '') }
  })

function targetOf(module: Module, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const target = relative(SRC, resolve(SRC, dirname(module.path), specifier))
  return posix.normalize(target.replaceAll('\\', '/')).replace(/\.js$/, '.ts')
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'index.ts') return true
  if (LAST.includes(from)) return ALL.indexOf(to) < ALL.indexOf(from)
  if (BESIDE.includes(from)) return ORDER.includes(to)
  return ORDER.includes(to) && ORDER.indexOf(to) < ORDER.indexOf(from)
}

describe('the house', () => {
  it('has only the folders it knows', () => {
    const folders = new Set(modules.map(({ path }) => folderOf(path)))
    expect([...folders].filter((folder) => folder !== 'index.ts' && !ALL.includes(folder))).toEqual(
      [],
    )
  })

  it('imports one way, down', () => {
    const arrows = modules.flatMap((module) =>
      module.imports.flatMap((specifier) => {
        const target = targetOf(module, specifier)
        if (target === null || mayImport(folderOf(module.path), folderOf(target))) return []
        return [`${module.path} → ${target}`]
      }),
    )
    expect(arrows).toEqual([])
  })

  it('keeps stages apart from each other', () => {
    const arrows = modules.flatMap((module) =>
      module.imports.flatMap((specifier) => {
        const target = targetOf(module, specifier)
        if (target === null || !module.path.startsWith('stages/') || !target.startsWith('stages/'))
          return []
        return dirname(module.path) === dirname(target) ? [] : [`${module.path} → ${target}`]
      }),
    )
    expect(arrows).toEqual([])
  })

  it('has no circles', () => {
    const edges = new Map(
      modules.map((module) => [
        module.path,
        module.imports.flatMap((specifier) => targetOf(module, specifier) ?? []),
      ]),
    )
    const done = new Set<string>()
    const visit = (path: string, trail: readonly string[]): readonly string[] => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
      if (done.has(path)) return []
      for (const next of edges.get(path) ?? []) {
        const circle = visit(next, [...trail, path])
        if (circle.length > 0) return circle
      }
      done.add(path)
      return []
    }
    for (const { path } of modules) expect(visit(path, [])).toEqual([])
  })

  it('touches the world only at its edges', () => {
    const inside = modules.filter(
      ({ path }) =>
        ![...EDGES, ...LIBRARY_DATA].some((edge) => path.startsWith(edge)) && path !== 'index.ts',
    )
    const effects = inside.filter(
      ({ text, imports }) =>
        imports.some((specifier) => EFFECTS.test(specifier)) || EFFECT_CALLS.test(text),
    )
    expect(effects.map(({ path }) => path)).toEqual([])
  })

  it('keeps files short, and exports by name', () => {
    expect(
      modules.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path),
    ).toEqual([])
    expect(
      modules.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path),
    ).toEqual([])
  })
})
