import type { ProfileMember } from '../../lib/claims/preview-profile.ts'

export const memberWords: Readonly<Record<ProfileMember, string>> = {
  email: 'E-mail address',
  givenName: 'Given name',
  familyName: 'Family name',
  groups: 'Groups',
}
