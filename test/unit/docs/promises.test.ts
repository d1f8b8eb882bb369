import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/promises.md', 'utf8')
const short: Readonly<Record<string, string>> = {
  B: 'src-main/backend',
  I: 'test/integration/backend',
  A: 'test/integration/backend/admin',
}
const whole = (path: string) => path.replace(/^([A-Z])\//, (_, letter: string) => `${short[letter]}/`)
const rows = page.split('\n').filter((line) => /^\| (?!promise|---)/.test(line))

test('every file that a promise names is there', () => {
  const named = rows.flatMap((row) =>
    [...row.matchAll(/`((?:[A-Z]|src-\w+|test)\/[^`]+)`/g)].map(([, path = '']) => whole(path)),
  )
  expect(named.length).toBeGreaterThan(150)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

test('every test that a promise names is in its file', () => {
  const named = rows.flatMap((row) => [...row.matchAll(/`((?:[A-Z]|test)\/[^`]+\.test\.ts)` "([^"]+)"/g)])
  expect(named.length).toBeGreaterThan(50)
  const missing = named.filter(([, path = '', name = '']) => !readFileSync(whole(path), 'utf8').includes(name))
  expect(missing.map(([text]) => text)).toEqual([])
})

test('every promise has a test or says why not', () => {
  const bare = rows.filter((row) => !/\.test\.ts|None yet|Not kept|is not promised/.test(row))
  expect(bare).toEqual([])
  expect(rows.length).toBeGreaterThan(80)
})
