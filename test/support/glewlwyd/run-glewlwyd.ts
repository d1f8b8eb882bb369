import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { onTestFinished } from 'vitest'
import { findProgram } from '#build/setup/programs.mjs'
import { freePort } from '../net/free-port.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { GlewlwydAdministrator } from './administrator.ts'

const schema = '/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3'

/** Debian's package: another OpenID provider, written by other people in another language. */
export const hasGlewlwyd = findProgram('glewlwyd') !== null && existsSync(schema)

export const ada = { username: 'ada', password: 'ada-password', name: 'Ada Lovelace', email: 'ada@example.com' }
/** It takes a secret by Basic as it is, not form-encoded (RFC 6749 §2.3.1): one of letters alone is both. */
export const application = { clientId: 'claimcheck', clientSecret: 'asecretoftwoapplications' }

export interface RunningGlewlwyd {
  readonly issuer: string
  readonly discoveryUrl: string
  /** As its administrator would. */
  readonly registerApplication: (redirectUri: string) => Promise<void>
  /** Signs in and consents there, as its pages would. @returns what the browser brings back */
  readonly signIn: (authorizationUrl: string) => Promise<URLSearchParams>
}

/** Until the test is over, on a free port of 127.0.0.1. It reads the clock itself. */
export async function runGlewlwyd(): Promise<RunningGlewlwyd> {
  const folder = await temporaryFolder()
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const database = new Database(join(folder, 'glewlwyd.db'))
  database.exec(await readFile(schema, 'utf8'))
  database.prepare('update g_user_module_instance set gumi_parameters = ?').run(JSON.stringify(people))
  database.close()
  await writeFile(join(folder, 'glewlwyd.conf'), configuration(folder, port))
  await serve(folder, issuer)
  const administrator = new GlewlwydAdministrator(issuer)
  await administrator.signIn()
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await administrator.addProvider({
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: String(publicKey.export({ type: 'spki', format: 'pem' })),
  })
  await administrator.addPerson(ada)
  return {
    issuer,
    discoveryUrl: `${issuer}/api/oidc/.well-known/openid-configuration`,
    registerApplication: (redirectUri) => administrator.addApplication({ ...application, redirectUri }),
    signIn: (url) => signInThere(issuer, url),
  }
}

async function signInThere(issuer: string, authorizationUrl: string): Promise<URLSearchParams> {
  const person = new GlewlwydAdministrator(issuer)
  await person.signIn(ada)
  await person.call('PUT', `/auth/grant/${application.clientId}`, { scope: 'openid' })
  const location = await person.locationOf(`${authorizationUrl}&g_continue`)
  return new URL(location).searchParams
}

async function serve(folder: string, issuer: string): Promise<void> {
  const server = spawn('glewlwyd', [`--config-file=${join(folder, 'glewlwyd.conf')}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  onTestFinished(async () => {
    server.kill()
    await ended
  })
  let said = ''
  await new Promise<void>((ready, failed) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        said = `${said}${text}`.slice(-4_000)
        if (said.includes('Glewlwyd started')) ready()
      })
    }
    server.once('exit', (code) => failed(new Error(`glewlwyd ended with ${code}:\n${said}`)))
  })
  // It says so a moment before it listens.
  while (server.exitCode === null && !(await answers(issuer))) await new Promise((next) => setTimeout(next, 20))
}

const answers = (issuer: string) =>
  fetch(`${issuer}/config`).then(
    () => true,
    () => false,
  )

/** What it keeps of a person beside name and address. */
const kept = { multiple: false, read: true, write: true, 'profile-read': true, 'profile-write': false }
const people = { 'use-glewlwyd-connection': true, 'data-format': { email_verified: kept, given_name: kept } }

const configuration = (folder: string, port: number) => `
port=${port}
bind_address="127.0.0.1"
external_url="http://127.0.0.1:${port}"
login_url="login.html"
api_prefix="api"
log_mode="console"
log_level="INFO"
cookie_secure=0
cookie_same_site="lax"
session_expiration=2419200
session_key="GLEWLWYD2_SESSION_ID"
admin_session_authentication="cookie"
profile_session_authentication="cookie"
login_api_enabled=true
add_x_frame_option_header_deny=true
max_post_size=16778240
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="none.key"
secure_connection_pem_file="none.pem"
secure_connection_ca_file="none.crt"
hash_algorithm="SHA512"
static_files_path="/usr/share/glewlwyd/webapp"
static_files_mime_types = ( { extension = ".html"; mime_type = "text/html" } )
database = { type = "sqlite3"; path = "${join(folder, 'glewlwyd.db')}"; };
`
