import type { ApiKeyScope } from '#shared/model/api-key-scope.ts'

export const scopeWords: Readonly<Record<ApiKeyScope, { label: string; description: string }>> = {
  'org:update': { label: 'Everything', description: 'Single sign-on and all below' },
  'members:update': { label: 'Members', description: 'Members, invitations and sessions' },
  'sso:test': { label: 'Test logins', description: 'Test logins and predictions, for a pipeline' },
  'audit:read': { label: 'Audit log', description: 'Audit log and log of sign-ins' },
  scim: { label: 'SCIM', description: 'People and groups, for a directory' },
}
