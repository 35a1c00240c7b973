import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the page. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Strong ETag, with its quotes. */
  readonly etag: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** An asset of bytes, typed by the end of its path. */
export const assetOf = (path: string, bytes: Uint8Array<ArrayBuffer>): Asset => ({
  bytes,
  type: TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
})

/**
 * The files of a folder by their path in it ("assets/main.js"). They are listed once, at the start, and a path is only ever looked up in
 * that list: none can lead out of the folder. A folder that is not there has no files.
 */
export const assetsOf = (folder: string): ((path: string) => Asset | null) => {
  const paths = new Set(filesUnder(folder))
  const kept = new Map<string, Asset>()
  return path => {
    if (!paths.has(path)) return null
    const asset = kept.get(path) ?? readAsset(folder, path)
    if (asset) kept.set(path, asset)
    return asset
  }
}

/** Null where a file has gone since it was listed: the page was built anew. */
const readAsset = (folder: string, path: string): Asset | null => {
  try {
    return assetOf(path, new Uint8Array(readFileSync(join(folder, path))))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Regular files only: links are not followed. */
const filesUnder = (folder: string, within = ''): string[] => {
  try {
    return readdirSync(join(folder, within), { withFileTypes: true }).flatMap(entry => {
      const path = within ? `${within}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesUnder(folder, path) : entry.isFile() ? [path] : []
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
