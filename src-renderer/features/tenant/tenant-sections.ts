/** Parts of the place, in the order they are needed; the last part of its address. */
export const tenantSections = {
  overview: 'Overview',
  members: 'Members',
  domains: 'Domains',
  'setup-link': 'Setup link',
  policy: 'Sign-in rules',
  enforcement: 'Enforcement',
  sessions: 'Sessions',
  'api-keys': 'API keys',
  audit: 'Audit log',
  outbox: 'Outbox',
} as const

export type TenantSectionId = keyof typeof tenantSections

export const isTenantSection = (text: string): text is TenantSectionId => Object.hasOwn(tenantSections, text)
