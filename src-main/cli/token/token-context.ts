import type { TokenContext } from '#main/checks/oidc/token/token-context.ts'
import { readJsonDocument } from '#main/oidc/token/json-document.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import { readBytes } from '../files/read-bytes.ts'
import { emailDomainOf } from '../options/email-domain.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import type { TokenOptions } from './token-options.ts'
import { trustedProvider } from './trusted-provider.ts'

const LIMIT = 1_000_000

/**
 * Options and the files they name, as the judge wants them. What is not given stays undefined and is not judged.
 * @throws {UsageError}
 */
export async function tokenContext(options: TokenOptions, console: Console): Promise<TokenContext> {
  const now = options.at ?? console.clock()
  const [provider, decryptionKeys, claims, secret, accessToken, userInfo] = await Promise.all([
    trustedProvider(options, now, console),
    decryptionKeysOf(options, console),
    claimsOf(options, console),
    firstLineOf(options.clientSecretFile, console),
    firstLineOf(options.accessToken, console),
    userInfoOf(options, console),
  ])
  return {
    now,
    policy: { mode: options.policy, clockSkewSeconds: options.clockSkew },
    provider,
    client: { id: options.clientId, secret, signingAlgorithm: undefined, decryptionKeys },
    request: { nonce: options.nonce, maximumAge: options.maxAge, acrValues: options.acrValue, subject: undefined },
    beside: { accessToken, code: options.code, userInfo },
    ...claims,
    emailDomains: options.emailDomain?.map(emailDomainOf),
    stopwatch: console.stopwatch,
  }
}

async function decryptionKeysOf({ key = [], passphraseFile }: TokenOptions, console: Console) {
  if (key.length === 0) {
    if (passphraseFile !== undefined) throw new UsageError('--passphrase-file opens nothing without --key.')
    return []
  }
  const { readPrivateKeys } = await import('../trust/private-key-files.ts')
  return readPrivateKeys(key, passphraseFile, console)
}

async function claimsOf({ claims }: TokenOptions, console: Console) {
  if (claims === undefined) return { mapping: tokenClaimNames, requiredClaims: [] }
  const { readClaimsFile } = await import('../response/claims-file.ts')
  return readClaimsFile(claims, console, tokenClaimNames)
}

/** Secrets and opaque tokens: one line, for editors end every file with one. */
async function firstLineOf(path: string | undefined, console: Console): Promise<string | undefined> {
  if (path === undefined) return undefined
  const [line = ''] = Buffer.from(await readBytes(path, LIMIT, console))
    .toString('utf8')
    .split(/\r?\n/)
  if (line === '') throw new UsageError(`${path} is empty in its first line.`)
  return line
}

async function userInfoOf({ userInfo }: TokenOptions, console: Console) {
  return userInfo === undefined ? undefined : readJsonDocument(await readBytes(userInfo, LIMIT, console), 'userinfo')
}
