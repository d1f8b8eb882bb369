import type { OrganisationRecord } from '../storage/stores/organisation.ts'

/** Whether the organisation's plan includes single sign-on. The one question everyone asks, so that its answer can grow. */
export const licenceIsActive = ({ plan }: Pick<OrganisationRecord, 'plan'>): boolean => plan === 'enterprise'
