import type { ClaimMapping, Profile } from '#shared/model/profile.ts'

export type ProfileMember = keyof ClaimMapping & keyof Profile

/** One profile member as a mapping would fill it. */
export interface MappedClaim {
  readonly member: ProfileMember
  /** The attribute it comes from; null where none of the mapped names arrived with a value. */
  readonly from: string | null
  readonly values: readonly string[]
}

export const profileMembers = ['email', 'givenName', 'familyName', 'groups'] as const satisfies readonly ProfileMember[]

/** What a mapping makes of the attributes received: the first mapped name with a value wins. For display: judging is the judge's. */
export function previewProfile(
  attributes: Readonly<Record<string, readonly string[]>>,
  mapping: ClaimMapping,
): readonly MappedClaim[] {
  return profileMembers.map((member) => {
    const from = mapping[member].find((name) => (attributes[name] ?? []).some((value) => value !== '')) ?? null
    return { member, from, values: from === null ? [] : (attributes[from] ?? []) }
  })
}
