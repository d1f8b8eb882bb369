import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#build/runtime/locate.mjs'

let checkout: string

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'no-clock-'))
  for (const file of ['biome.json', '.gitignore', 'build/check/no-clock.grit'])
    cpSync(join(projectRoot, file), join(checkout, file))
})

afterAll(() => rmSync(checkout, { recursive: true }))

const forbidden = [
  'Date.now()',
  'new Date()',
  'Date()',
  'globalThis.Date.now()',
  '[1].map(Date.now)',
  'Math.random()',
  'performance.now()',
  'crypto.randomUUID()',
  'crypto.randomBytes(16)',
  'crypto.getRandomValues(new Uint8Array(16))',
]

const allowed = [
  'new Date(0)',
  "new Date('2026-01-01T00:00:00Z')",
  "Date.parse('2026-01-01T00:00:00Z')",
  'Math.max(1, 2)',
]

/** The lines of `file` that the project's own Biome settings refuse for reading a clock or chance. */
function refusedLines(file: string, lines: readonly string[]): number[] {
  const path = join(checkout, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, lines.join('\n'))
  const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', file]
  const { stdout } = spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { start: { line: number } } }[]
  }
  const refused = diagnostics.filter(({ category }) => category === 'plugin')
  return [...new Set(refused.map(({ location }) => location.start.line))].sort((a, b) => a - b)
}

const asConstants = (values: readonly string[]) => values.map((value, index) => `export const v${index} = ${value}`)
const everyLine = forbidden.map((_, index) => index + 1)

test.each([
  'src-main/saml/metadata/made-up.ts',
  'src-main/checks/saml/made-up.ts',
  'src-main/oidc/token/made-up.ts',
  'src-main/oidc/discovery/made-up.ts',
  'src-main/backend/login/made-up.ts',
])('refuses clocks and chance in %s', (file) => {
  expect(refusedLines(file, asConstants(forbidden))).toEqual(everyLine)
})

test('refuses chance by another name', () => {
  const lines = ["import { randomBytes as bytes } from 'node:crypto'", 'export const id = bytes(16)']
  expect(refusedLines('src-main/saml/made-up.ts', lines)).toEqual([1])
})

test('lets values through that are the same every time', () => {
  expect(refusedLines('src-main/checks/made-up.ts', asConstants(allowed))).toEqual([])
})

test('leaves the other rooms alone', () => {
  expect(refusedLines('src-main/desktop/made-up.ts', asConstants(forbidden))).toEqual([])
})
