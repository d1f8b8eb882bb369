import type { ConfigurationValues, PublicationComparison } from '#shared/model/publication-comparison.ts'

const values: ConfigurationValues = {
  issuer: 'https://idp.customer.example/metadata',
  domains: 'customer.example',
  'idp-entity-id': 'https://idp.customer.example/metadata',
  'sign-in-url': 'https://idp.customer.example/sso',
  'sign-in-binding': 'HTTP-Redirect',
  certificates: `idp.customer.example, SHA-256 ${'9f86d081884c7d659a2feaa0c55ad015'.repeat(2)}`,
  'claim-email': 'email\nmail',
  'claim-given-name': 'given_name',
  'claim-family-name': 'family_name',
  'claim-groups': 'groups',
  'idp-initiated': 'refused',
}
const before: ConfigurationValues = { ...values, domains: 'customer.example\nold.customer.example' }
const next: ConfigurationValues = {
  ...values,
  'sign-in-url': 'https://idp.customer.example/sso2',
  'sign-out-url': 'https://idp.customer.example/slo',
  certificates: `idp.customer.example 2027, SHA-256 ${'2c26b46b68ffc68ff99b453c1d304134'.repeat(2)}`,
}

/** Nothing differs, and nothing was changed since it was published. */
export const unchanged: PublicationComparison = {
  live: values,
  local: values,
  isSame: true,
  isTested: true,
  previous: null,
}

/** This computer has a rollover that is not live; somebody took a domain away before. */
export const aChange = (isTested: boolean): PublicationComparison => ({
  live: values,
  local: next,
  isSame: false,
  isTested,
  previous: {
    values: before,
    replacedAt: '2026-11-22T07:55:00.000Z',
    replacedBy: 'user',
    isTested: false,
    canBeRestored: true,
  },
})
