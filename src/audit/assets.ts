import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { PACKAGE_FOLDER } from '../pipeline/package-folder.js'

/** A file of the page. */
export interface Asset {
  readonly type: string
  readonly content: Uint8Array<ArrayBuffer>
  /** True where the name holds a hash of the content. */
  readonly immutable: boolean
}

/** The built page, by the paths it is served under; empty where it was never built. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const path of listFiles(PAGE_FOLDER)) {
    const name = `/${path.replaceAll('\\', '/')}`
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    const content = new Uint8Array(readFileSync(join(PAGE_FOLDER, path)))
    assets.set(name, { type, content, immutable: name.startsWith('/assets/') })
  }
  return assets
}

const PAGE_FOLDER = join(PACKAGE_FOLDER, 'dist', 'audit-page')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

function listFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
