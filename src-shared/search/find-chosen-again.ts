import type { EntityListing } from '../model/aggregate.ts'

/** The identity provider that was chosen from an aggregate before, in what the aggregate says now. */
export type ChosenAgain =
  | { readonly is: 'there'; readonly entity: EntityListing }
  /** Nobody has that entity ID, or not as an identity provider. */
  | { readonly is: 'missing' }
  /** Which of them is meant cannot be told: an entity ID is unique within an aggregate (SAML metadata 2.3.1). */
  | { readonly is: 'several' }

/** @param entityId compared as it is, character by character */
export function findChosenAgain(entities: readonly EntityListing[], entityId: string): ChosenAgain {
  const [entity, second] = entities.filter((one) => one.entityId === entityId && one.roles.includes('idp'))
  if (entity === undefined) return { is: 'missing' }
  return second === undefined ? { is: 'there', entity } : { is: 'several' }
}
