import type { LicenceState } from '#shared/model/licence.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { Refused } from '../refusals/refused.ts'
import { licenceState, readLicence } from './licence.ts'

export async function readLicenceState({ tenant }: AdminContext): Promise<{ licence: LicenceState }> {
  const organisation = await tenant.stores.organisation.read()
  return { licence: licenceState({ ...organisation, id: tenant.id }, tenant.licences) }
}

/** @throws {Refused} `licence.…` */
export async function putLicence(context: AdminContext, text: string): Promise<{ licence: LicenceState }> {
  const { tenant, actor, now } = context
  const { operatorKey, clock } = tenant.licences
  if (operatorKey === undefined) throw new Refused('licence.no-operator')
  const given = readLicence(text, operatorKey)
  if (given === undefined) throw new Refused('licence.not-valid', { field: 'licence' })
  if (given.organisation !== tenant.id) throw new Refused('licence.other-organisation', { field: 'licence' })
  // It would end what the licence in use still allows.
  if (given.expiresAt <= now.toISOString()) throw new Refused('licence.over', { field: 'licence' })
  const newer = await tenant.stores.inTransaction(async (stores) => {
    const before = readLicence((await stores.organisation.read()).licence ?? '', operatorKey)
    if (before !== undefined && before.issuedAt > given.issuedAt)
      throw new Refused('licence.older', { field: 'licence' })
    await stores.organisation.change({ licence: text })
    const { plan, expiresAt, issuedAt } = given
    const details = { before: before ?? null, after: { plan, expiresAt, issuedAt } }
    await recordEvent(
      stores,
      { actor, action: 'sso.licence.changed', subjectId: tenant.id, details },
      { ...tenant, now },
    )
    return before === undefined || before.issuedAt < given.issuedAt
  })
  if (newer) await clock.trust()
  return readLicenceState(context)
}
