import type { Intake } from '#shared/model/connection.ts'

export const anIntake = (changes: Partial<Intake> = {}): Intake => ({
  provider: 'custom-saml',
  protocol: 'saml',
  domains: ['customer.example'],
  applicationOwner: 'Ada Admin',
  displayName: 'Customer',
  ...changes,
})
