import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#build/runtime/locate.mjs'

/** Inputs that stay: the shapes to begin with, and what once broke something. */
export function keptSeeds(kind: 'xml' | 'metadata' | 'query' | 'base64' | 'certificate'): string[] {
  const folder = join(projectRoot, 'test', 'fuzz', 'seeds', kind)
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}
