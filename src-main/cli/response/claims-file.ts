import { z } from 'zod'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'

const LIMIT = 100_000
const names = z.array(z.string().min(1)).min(1).optional()

/** Members that are listed must arrive under one of these attribute names, tried in order. */
const ClaimsFile = z.strictObject({ email: names, givenName: names, familyName: names, groups: names })

export interface Claims {
  readonly mapping: ClaimMapping
  readonly requiredClaims: readonly (keyof ClaimMapping)[]
}

const members = ['email', 'givenName', 'familyName', 'groups'] as const

/** Reads `--claims`; what it does not list keeps its well-known names and is not required. @throws {UsageError} */
export async function readClaimsFile(
  path: string,
  console: Console,
  wellKnown: ClaimMapping = wellKnownClaimNames,
): Promise<Claims> {
  const text = Buffer.from(await readBytes(path, LIMIT, console)).toString('utf8')
  const read = ClaimsFile.safeParse(jsonOf(path, text))
  if (!read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.join('.')
    throw new UsageError(`${path} is not a claim mapping. ${place ? `${place}: ` : ''}${issue?.message}`)
  }
  const requiredClaims = members.filter((member) => read.data[member] !== undefined)
  const given = Object.fromEntries(requiredClaims.map((member) => [member, read.data[member]]))
  return { mapping: { ...wellKnown, ...given }, requiredClaims }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(`${path} is not JSON.`)
  }
}
