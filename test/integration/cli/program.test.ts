import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltCli, buildCli } from '#test/support/cli/built-cli.ts'
import { externalImports } from '#test/support/cli/external-imports.ts'

let cli: BuiltCli
beforeAll(async () => {
  cli = await buildCli()
})
afterAll(() => cli.remove())

test('help is data, and lists only commands that work', async () => {
  const said = await cli.run(['--help'])
  expect(said).toMatchObject({ code: 0, notes: '' })
  expect([...said.out.matchAll(/^ {2}([a-z-]+) .*\n/gm)].map(([, name]) => name)).toEqual([
    'inspect',
    'response',
    'logout',
    'request',
    'token',
    'metadata',
    'backend',
    'practice-idp',
    'sp',
  ])
})

test('the version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await cli.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, notes: '' })
})

test.each([
  ['no command', []],
  ['an unknown command', ['examine']],
  ['an unknown option', ['--unknown']],
])('%s is exit code 2', async (_name, words) => {
  const said = await cli.run(words)
  expect(said).toMatchObject({ code: 2, out: '' })
  expect(said.notes).toMatch(/Usage: claimcheck|^error: unknown/)
})

test('a reader who has seen enough is no fault', async () => {
  const child = cli.start(['response', '-', '-h'])
  child.stdout.destroy()
  child.stdin.end()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

test('judging a response loads no package: no schema library, no server, nothing to fetch or sign with', () => {
  expect(externalImports(cli.folder, ['main', 'judge-response'])).toEqual([])
})
