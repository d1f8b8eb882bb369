import type { OpenidFault } from './openid-fault.ts'

/** A distributed claim (OpenID Connect Core §5.6.2), as Entra sends it. */
export const tooManyGroups: OpenidFault = {
  profile: ({ groups: _groups, ...claims }) => ({
    ...claims,
    _claim_names: { groups: 'src1' },
    _claim_sources: { src1: { endpoint: 'https://graph.example.com/users/mira/getMemberObjects' } },
  }),
}
