import { z } from 'zod'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { ID_BYTES, makeId, OrganisationId, UserId } from '#shared/model/ids.ts'
import { defaultOrganisationPolicy, OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import { makeApiKey } from '../api-keys/make-api-key.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Installation } from '../installation.ts'
import { hashPassword } from '../passwords/hash-password.ts'

export const NewOrganisation = z.strictObject({
  /** Its name, as members read it. */
  organisation: z.string().trim().min(1).max(200),
  /** The owner's e-mail address. */
  owner: z
    .string()
    .trim()
    .toLowerCase()
    .refine((email) => parseEmailAddress(email) !== undefined, 'Enter an e-mail address such as owner@example.com.'),
  /** Without a password the owner signs in through single sign-on alone. */
  ownerPassword: z.string().min(8).max(1_000).optional(),
  plan: z.enum(['free', 'business', 'enterprise']).default('enterprise'),
  /** Organisations of one customer are its several accounts (S24); the owner's address, if left out. */
  customer: z.string().trim().min(1).max(254).optional(),
  /** What is left out is as on a bare backend. */
  policies: OrganisationPolicy.partial().strict().default({}),
})
export type NewOrganisation = z.input<typeof NewOrganisation>

/** An organisation, its owner and its first API key. @returns the key once: only its digest is kept */
export async function initialiseOrganisation(
  installation: Installation,
  input: NewOrganisation,
): Promise<{ orgId: OrganisationId; apiKey: string }> {
  const { organisation, owner, ownerPassword, plan, customer = owner, policies } = NewOrganisation.parse(input)
  const { clock, random, openStores } = installation
  const now = clock()
  const createdAt = now.toISOString()
  const orgId = makeId(OrganisationId, 'org', random(ID_BYTES))
  const { apiKey, record } = makeApiKey('First key', now, random)
  const passwordHash = ownerPassword === undefined ? null : await hashPassword(ownerPassword, random)
  await openStores(orgId).inTransaction(async (stores) => {
    await stores.organisation.add({ name: organisation, plan, customer, createdAt })
    const policy = OrganisationPolicy.parse({ ...defaultOrganisationPolicy, ...policies })
    await stores.policy.add({ ssoEnforced: false, ...policy })
    await stores.users.add(
      {
        id: makeId(UserId, 'user', random(ID_BYTES)),
        email: owner,
        givenName: null,
        familyName: null,
        role: 'owner',
        status: 'active',
        createdAt,
        lastSignInAt: null,
      },
      passwordHash,
    )
    await stores.apiKeys.add(record)
    const actor = { kind: 'system', id: null } as const
    await recordEvent(
      stores,
      { actor, action: 'sso.organisation.created', subjectId: orgId, details: { plan } },
      { now, random },
    )
  })
  return { orgId, apiKey }
}
