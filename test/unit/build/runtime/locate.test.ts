import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { executableName, findRuntime, locateRuntime, registryRuntime } from '#build/runtime/locate.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runtime-'))
})

afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text = ''): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function putOfficial(unpackedVersion: string): void {
  put('node_modules/electron/package.json', '{"version":"45.4.1"}')
  put('node_modules/electron/path.txt', 'electron')
  put('node_modules/electron/dist/version', unpackedVersion)
  put('node_modules/electron/dist/electron')
}

function putRegistry(): void {
  put(join(registryRuntime.folder, 'version'), '33.2.1')
  put(join(registryRuntime.folder, executableName()))
}

test('says what to do when there is none', () => {
  expect(findRuntime(root, {})).toBeNull()
  expect(() => locateRuntime(root, {})).toThrow('npm run setup')
})

test('prefers the official runtime and names it to the tools that ask', () => {
  putRegistry()
  putOfficial('v45.4.1')
  const dist = join(root, 'node_modules/electron/dist')
  expect(findRuntime(root, {})).toEqual({
    origin: 'official',
    version: '45.4.1',
    executable: join(dist, 'electron'),
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: join(dist, 'electron') },
  })
})

test('takes the registry runtime when the official one is of another version', () => {
  putRegistry()
  putOfficial('44.0.0')
  expect(findRuntime(root, {})).toMatchObject({ origin: 'registry', version: '33.2.1' })
})

test('keeps to the source that is asked for', () => {
  putRegistry()
  expect(findRuntime(root, { CLAIMCHECK_ELECTRON: 'official' })).toBeNull()
  putOfficial('45.4.1')
  expect(findRuntime(root, { CLAIMCHECK_ELECTRON: 'official' })?.origin).toBe('official')
  expect(findRuntime(root, { CLAIMCHECK_ELECTRON: 'registry' })?.origin).not.toBe('official')
})

test('a folder given by hand wins, and has to hold an Electron', () => {
  putOfficial('45.4.1')
  put('mine/electron')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine'), ELECTRON_EXEC_PATH: join(root, 'mine/electron') }
  expect(findRuntime(root, env)).toMatchObject({ origin: 'given', version: 'unknown' })
  expect(findRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') })).toBeNull()
})
