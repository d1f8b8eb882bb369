import type { Identity } from '#shared/model/identity.ts'
import type { ClaimMapping, Profile } from '#shared/model/profile.ts'

export type ProfileMember = keyof ClaimMapping & keyof Profile

/** One profile member as a mapping would fill it. */
export interface MappedClaim {
  readonly member: ProfileMember
  /** The attribute it comes from, or `NameID`; null where none of the names arrived. */
  readonly from: string | null
  /** Those that are not empty, each once. */
  readonly values: readonly string[]
  /** Why the member stays null all the same. */
  readonly flaw: 'missing' | 'empty' | 'several' | null
}

export const profileMembers = ['email', 'givenName', 'familyName', 'groups'] as const satisfies readonly ProfileMember[]

const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

type Received = Pick<Identity, 'attributes' | 'nameId' | 'nameIdFormat'>

/** What a mapping makes of what was received, for display before the next login: judging is the judge's, by the same rules. */
export function previewProfile(received: Received, mapping: ClaimMapping): readonly MappedClaim[] {
  return profileMembers.map((member) => {
    const found = sourceOf(received, member, mapping[member])
    if (found === null) return { member, from: null, values: [], flaw: 'missing' }
    const values = [...new Set(found.values)].filter((value) => value !== '')
    return { member, from: found.from, values, flaw: flawOf(member, values) }
  })
}

/** The first name that is there at all decides, even where it is empty: one source, not a blend. */
function sourceOf({ attributes, nameId, nameIdFormat }: Received, member: ProfileMember, names: readonly string[]) {
  const from = names.find((name) => attributes[name] !== undefined)
  if (from !== undefined) return { from, values: attributes[from] ?? [] }
  return member === 'email' && nameIdFormat === EMAIL_FORMAT ? { from: 'NameID', values: [nameId] } : null
}

function flawOf(member: ProfileMember, values: readonly string[]): MappedClaim['flaw'] {
  if (member === 'groups') return null
  if (values.length === 0) return 'empty'
  return values.length > 1 ? 'several' : null
}
