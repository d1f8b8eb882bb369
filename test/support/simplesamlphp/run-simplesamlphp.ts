import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findProgram } from '#build/setup/programs.mjs'
import { simpleSamlPhpFolder } from '#build/setup/system-packages.mjs'
import { freePort } from '../net/free-port.ts'
import { makeSigningIdentity, type SigningIdentity } from '../pki/signing-identity.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import {
  type Person,
  type RemoteApplication,
  type TrustedIdentityProvider,
  writeConfiguration,
} from './write-configuration.ts'

const documentRoot = join(simpleSamlPhpFolder, 'www')

/** Debian's package, and PHP to run it: another identity provider, written by other people in another language. */
export const hasSimpleSamlPhp = findProgram('php') !== null && existsSync(documentRoot)

export interface RunningSimpleSamlPhp {
  readonly entityId: string
  readonly ssoUrl: string
  readonly signer: SigningIdentity
  /** As it publishes it itself. */
  metadata(): Promise<string>
}

/** The one person who is always there. */
export const ada = {
  name: 'ada',
  password: 'ada-password',
  attributes: {
    email: ['ada.lovelace@example.com'],
    givenName: ['Ada'],
    sn: ['Lovelace'],
    groups: ['engineering', 'admins'],
  } satisfies Person,
}

/**
 * Until the test is over, on a free port of 127.0.0.1. It reads the clock itself.
 * @param people further ones, by `name:password`
 */
export async function runSimpleSamlPhp(
  applications: readonly RemoteApplication[],
  people: Readonly<Record<string, Person>> = {},
): Promise<RunningSimpleSamlPhp> {
  const folder = await temporaryFolder()
  const address = `127.0.0.1:${await freePort()}`
  const origin = `http://${address}`
  const entityId = `${origin}/saml2/idp/metadata.php`
  const signer = await signerOfNow()
  const everyone = { [`${ada.name}:${ada.password}`]: ada.attributes, ...people }
  await writeConfiguration(folder, { entityId, origin, signer, applications, people: everyone })
  await serve(address, folder)
  return {
    entityId,
    ssoUrl: `${origin}/saml2/idp/SSOService.php`,
    signer,
    metadata: async () => (await fetch(entityId)).text(),
  }
}

export interface SimpleSamlPhpApplication {
  /** Of the application, as it publishes it itself. */
  metadata(): Promise<string>
  /** Where a login begins that ends on a page with every attribute that arrived. */
  readonly startUrl: string
}

/** The same program as an application: it sends people to this identity provider. Until the test is over. */
export async function runSimpleSamlPhpApplication(sendsTo: TrustedIdentityProvider): Promise<SimpleSamlPhpApplication> {
  const folder = await temporaryFolder()
  const address = `127.0.0.1:${await freePort()}`
  const origin = `http://${address}`
  const entityId = `${origin}/saml2/idp/metadata.php`
  const signer = await signerOfNow()
  await writeConfiguration(folder, { entityId, origin, signer, applications: [], people: {}, sendsTo })
  await serve(address, folder)
  return {
    metadata: async () => (await fetch(`${origin}/module.php/saml/sp/metadata.php/sp`)).text(),
    startUrl: `${origin}/module.php/core/authenticate.php?as=sp`,
  }
}

function signerOfNow(): Promise<SigningIdentity> {
  const day = 86_400_000
  const from = (days: number) => new Date(Date.now() + days * day).toISOString()
  return makeSigningIdentity('rsa-2048', { notBefore: from(-1), notAfter: from(365) })
}

async function serve(address: string, folder: string): Promise<void> {
  const settings = ['display_errors=0', 'error_reporting=E_ALL & ~E_DEPRECATED', `session.save_path=${folder}/sessions`]
  const args = settings.flatMap((setting) => ['-d', setting])
  const server = spawn('php', [...args, '-S', address, '-t', documentRoot, join(folder, 'router.php')], {
    env: { PATH: process.env.PATH, SIMPLESAMLPHP_CONFIG_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  onTestFinished(async () => {
    server.kill()
    await ended
  })
  let said = ''
  server.stderr.setEncoding('utf8')
  await new Promise<void>((ready, failed) => {
    server.stderr.on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000)
      if (said.includes('Development Server')) ready()
    })
    server.once('exit', (code) => failed(new Error(`php ended with ${code}:\n${said}`)))
  })
}
