import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installPackages } from '#build/setup/packages.mjs'

let checkout: string
let said: string[]

const install = () => installPackages(checkout, (text) => said.push(text))
const about = { name: 'made-up', version: '1.0.0' }

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'packages-'))
  said = []
})

afterEach(() => rmSync(checkout, { recursive: true }))

function put(path: string, content: object): void {
  writeFileSync(join(checkout, path), JSON.stringify(content))
}

function putLock(packages: Record<string, object>, dependencies: Record<string, string> = {}): void {
  const root = { ...about, dependencies }
  put('package.json', root)
  put('package-lock.json', { ...about, lockfileVersion: 3, requires: true, packages: { '': root, ...packages } })
}

/** A package that needs no registry: a folder of the checkout itself. */
function lockLocalPackage(version: string): void {
  mkdirSync(join(checkout, 'part'), { recursive: true })
  put('part/package.json', { name: 'part', version })
  putLock({ part: { version }, 'node_modules/part': { resolved: 'part', link: true } }, { part: 'file:part' })
}

test('installs once, and again when the lock file has changed', async () => {
  lockLocalPackage('1.0.0')
  expect(await install()).toBe('installed from package-lock.json')
  expect(await install()).toBe('already installed')
  expect(said).toEqual(['npm ci'])

  lockLocalPackage('2.0.0')
  expect(await install()).toBe('installed from package-lock.json')
  expect(said).toEqual(['npm ci', 'npm ci'])
  expect(existsSync(join(checkout, 'node_modules', 'part', 'package.json'))).toBe(true)
})

test('leaves packages alone that npm put there as the lock file says, for this system', async () => {
  const here = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' } }
  const elsewhere = { 'node_modules/fsevents': { version: '2.3.3', optional: true } }
  putLock({ ...here, ...elsewhere })
  mkdirSync(join(checkout, 'node_modules'))
  put('node_modules/.package-lock.json', { packages: here })
  expect(await install()).toBe('installed from package-lock.json')
  expect(said).toEqual([])
})

test('puts npm’s own words first when it fails, and leaves no stamp', async () => {
  writeFileSync(join(checkout, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n')
  putLock({}, { zod: '4.6.7' })
  await expect(install()).rejects.toMatchObject({
    message: expect.stringMatching(/^npm ci failed:\nnpm error code ECONNREFUSED\n/),
    remedy: expect.stringContaining('npm ping'),
  })
  expect(existsSync(join(checkout, 'node_modules', '.installed-lock-sha256'))).toBe(false)
})
