import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'

/** A fault of ours is exit code 70: never 0 or 1, which a CI job takes for a verdict. */

let opened: ResponseCli
let words: readonly string[]
beforeAll(async () => {
  opened = await openResponseCli()
  words = [opened.sound, ...soundOptions, ...opened.trust]
})
afterAll(() => opened.close())

const run = (folder: string, command: string, options: { stdout?: number; preload?: string } = {}) =>
  spawnSync(
    process.execPath,
    [
      ...(options.preload === undefined ? [] : ['--require', options.preload]),
      join(folder, 'start.cjs'),
      ...[command, ...words],
    ],
    { encoding: 'utf8', env: {}, stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'] },
  )

test('an installation that is damaged', () => {
  const folder = resolve(`test-output/cli-damaged-${process.pid}`)
  cpSync(opened.cli.folder, folder, { recursive: true, preserveTimestamps: true })
  try {
    for (const name of readdirSync(folder)) if (name.startsWith('judge-response-')) rmSync(join(folder, name))
    const { status, stdout, stderr } = run(folder, 'response')
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' })
    expect(stderr).toMatch(/^claimcheck: a fault inside the program\..*\nError: Cannot find module/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each([
  ['while it judges', "require('node:crypto').createHash = () => { throw new Error('no such digest') }"],
  ['later, where nobody waits for it', "setImmediate(() => { throw new Error('no such digest') })"],
  ['later, as a promise', "Promise.resolve().then(() => { throw new Error('no such digest') })"],
])('Node itself fails %s', async (_name, script) => {
  const preload = await opened.files.write('preload.cjs', script)
  const { status, stderr } = run(opened.cli.folder, 'response', { preload })
  expect(status).toBe(70)
  expect(stderr).toMatch(/^claimcheck: a fault inside the program\..*\nError: no such digest\n/)
})

test.runIf(existsSync('/dev/full'))('the disk is full', () => {
  const { status, stderr } = run(opened.cli.folder, 'response', { stdout: openSync('/dev/full', 'w') })
  expect({ status, stderr }).toEqual({ status: 70, stderr: 'claimcheck: the output could not be written (ENOSPC).\n' })
})
