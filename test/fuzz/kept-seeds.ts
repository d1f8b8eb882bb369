import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#build/runtime/locate.mjs'

/** Inputs that stay: the shapes to begin with, and what once broke something. */
export const keptSeeds = (kind: SeedKind): string[] => read(kind, 'utf8')

/** The same byte by byte, as Latin-1: for what is given bytes. */
export const keptBytes = (kind: SeedKind): string[] => read(kind, 'latin1')

type SeedKind = 'xml' | 'metadata' | 'query' | 'base64' | 'certificate' | 'keys' | 'inspected' | 'aggregate'

function read(kind: SeedKind, encoding: 'utf8' | 'latin1'): string[] {
  const folder = join(projectRoot, 'test', 'fuzz', 'seeds', kind)
  return readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(join(folder, file), encoding))
}
