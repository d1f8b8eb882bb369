import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'

let opened: ResponseCli
let words: readonly string[]
beforeAll(async () => {
  opened = await openResponseCli()
  words = ['response', opened.sound, ...soundOptions, ...opened.trust]
})
afterAll(() => opened.close())

const cachesOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.cache'))
    .map((name) => join(folder, name))

/** Runs a copy of the build that was changed. */
function inCopy(change: (folder: string) => void) {
  const folder = resolve(`test-output/cli-copy-${process.pid}`)
  cpSync(opened.cli.folder, folder, { recursive: true, preserveTimestamps: true })
  try {
    change(folder)
    return spawnSync(process.execPath, [join(folder, 'start.cjs'), ...words], { encoding: 'utf8', env: {} })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('judging a response compiles nothing: V8 takes what it compiled at build time', () => {
  const start = join(opened.cli.folder, 'start.cjs')
  const script = `process.argv.splice(1, 0, '')
    const { compiled } = require(${JSON.stringify(start)})
    process.on('exit', () => console.error(JSON.stringify([...compiled.values()].map((each) => each.cachedDataRejected))))`
  const { stderr, status } = spawnSync(process.execPath, ['-e', script, '--', ...words], { encoding: 'utf8', env: {} })
  expect(status).toBe(0)
  const rejected = JSON.parse(stderr)
  expect(rejected.length).toBeGreaterThan(2)
  expect(new Set(rejected)).toEqual(new Set([false]))
})

describe('the answer is the same', () => {
  test.each<[name: string, change: (cache: string) => void]>([
    ['without what was compiled', (cache) => rmSync(cache)],
    ['with what another V8 compiled', (cache) => changeByte(cache, 4)],
    ['with what was cut off', (cache) => truncateSync(cache, 1000)],
    ['with an empty file', (cache) => truncateSync(cache, 0)],
    ['with what is of another file', (cache) => copyFileSync(`${opened.cli.folder}/start.cjs`, cache)],
  ])('%s', (_name, change) => {
    expect(cachesOf(opened.cli.folder).length).toBeGreaterThan(2)
    const { status, stdout, stderr } = inCopy((folder) => cachesOf(folder).forEach(change))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('✓ Accepted')
  })
})

test('a file that was changed is not run from what was compiled before', () => {
  const { stdout } = inCopy((folder) => {
    const name = readdirSync(folder).find((each) => /^judge-response-.*\.cjs$/.test(each)) ?? ''
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'latin1').replaceAll('"Accepted"', '"Akzeptor"'), 'latin1')
    const later = new Date(Date.now() + 60_000)
    utimesSync(file, later, later)
  })
  expect(stdout).toContain('✓ Akzeptor')
})

/** The first four bytes name the format, those after it the version of V8. */
function changeByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}
