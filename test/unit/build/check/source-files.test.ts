import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notCruised, sourceFiles } from '#build/check/source-files.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  for (const name of ['a.ts', 'deep/b.tsx', 'deep/c.mjs', 'deep/d.cts', 'deep/notes.md', 'deep/e.json', 'deep/f.html'])
    writeFileSync(join(root, 'src', name), '')
})

afterEach(() => rmSync(root, { recursive: true }))

test('finds source files at any depth and nothing else', () => {
  expect(sourceFiles(root, ['src']).sort()).toEqual(['src/a.ts', 'src/deep/b.tsx', 'src/deep/c.mjs', 'src/deep/d.cts'])
})

test('names the files that the import check did not look at', () => {
  const report = (...sources: string[]) => JSON.stringify({ modules: sources.map((source) => ({ source })) })
  const files = ['src/a.ts', 'src/deep/b.tsx']
  expect(notCruised(files, report('src/a.ts', 'src/deep/b.tsx', 'node:fs'))).toEqual([])
  expect(notCruised(files, report('src/a.ts', 'node:fs', 'zod'))).toEqual(['src/deep/b.tsx'])
  expect(notCruised(files, report())).toEqual(files)
})
