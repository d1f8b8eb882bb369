import SCIMMY from 'scimmy'
import { z } from 'zod'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { ScimRefused } from './scim-refused.ts'

/** What we keep of a person; everything else a directory sends is taken and dropped (RFC 7644 §3.3). */
export interface GivenUser {
  readonly userName: string
  readonly externalId: string | null
  /** Lower case. */
  readonly email: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly active: boolean
}

const Text = z.string().trim().max(254)
const Kept = z.object({
  userName: Text.min(1),
  externalId: Text.min(1).nullish(),
  active: z.boolean().default(true),
  name: z.object({ givenName: Text.nullish(), familyName: Text.nullish() }).nullish(),
  emails: z.array(z.object({ value: Text.nullish(), primary: z.boolean().nullish() })).nullish(),
})

/** @param body of a request. @throws {ScimRefused | SCIMMY.Types.Error} */
export function readUser(body: unknown): GivenUser {
  const coerced = new SCIMMY.Schemas.User(withBooleans(body) as object, 'in')
  return givenUser(coerced)
}

/** @param user as SCIMMY has coerced it. @throws {ScimRefused} */
export function givenUser(user: unknown): GivenUser {
  const { data, error } = Kept.safeParse(JSON.parse(JSON.stringify(user)))
  if (data === undefined) {
    throw new ScimRefused(400, 'invalidValue', `${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`)
  }
  const emails = (data.emails ?? []).filter(({ value }) => value)
  const email = (emails.find(({ primary }) => primary) ?? emails[0])?.value ?? data.userName
  if (parseEmailAddress(email) === undefined) {
    throw new ScimRefused(400, 'invalidValue', 'emails: an e-mail address is needed; it identifies the person.')
  }
  return {
    userName: data.userName,
    externalId: data.externalId ?? null,
    email: email.toLowerCase(),
    givenName: data.name?.givenName || null,
    familyName: data.name?.familyName || null,
    active: data.active,
  }
}

/** Some directories send "True" and "False". */
export function withBooleans(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { active } = body as { active?: unknown }
  return typeof active === 'string' ? { ...body, active: booleanOf(active) } : body
}

export const booleanOf = (value: unknown): unknown =>
  typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value
