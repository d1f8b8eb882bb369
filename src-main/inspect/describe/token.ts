import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { isObject, shownJson } from './shown-json.ts'
import { makeThing, type Thing } from './thing.ts'

/** A token in compact serialization: header and claims as read. Its signature is not shown, so that nobody passes on a token that works. */
export async function describeToken(token: string, look: Look, _context: InspectionContext): Promise<Thing> {
  const [header = '', payload = ''] = token.split('.')
  const isEncrypted = token.split('.').length === 5
  const read = { header: parse(header), ...(isEncrypted ? {} : { claims: parse(payload) }) }
  const claims = isObject(read.claims) ? read.claims : {}
  const head = isObject(read.header) ? read.header : {}
  return makeThing(look, {
    kind: 'jwt',
    facts: [
      ['From', text(claims.iss)],
      ['User', text(claims.sub)],
      ['For', text(claims.aud)],
      ['Issued', moment(claims.iat)],
      ['Valid until', moment(claims.exp)],
      ['Signed with', text(head.alg)],
      ['Key', text(head.kid)],
      ['Encrypted', isEncrypted ? text(head.enc) : null],
    ],
    text: shownJson(read),
  })
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const text = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : null
}

/** NumericDate (RFC 7519 §2). */
const moment = (value: unknown): string | null =>
  typeof value === 'number' && Math.abs(value) < 8.64e12 ? new Date(value * 1000).toISOString() : null
