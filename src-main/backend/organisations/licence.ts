import { type KeyObject, verify } from 'node:crypto'
import { canonicalJson } from '#main/evidence/receipt/canonical-json.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import { Licence, type LicenceState, Plan } from '#shared/model/licence.ts'
import type { Tenant } from '../installation.ts'
import { keepResults } from '../keep-results.ts'
import type { OrganisationRecord } from '../storage/stores/organisation.ts'
import type { LicenceAuthority } from './licence-authority.ts'

type Licensed = Pick<OrganisationRecord, 'plan' | 'licence'> & { readonly id: OrganisationId }

/** The one answer to what the organisation's licence allows, and until when. */
export function licenceState(
  { id, plan, licence }: Licensed,
  { operatorKey, clock, plansWithSso }: LicenceAuthority,
): LicenceState {
  const clockWentBack = clock.wentBack()
  const none = { kind: 'none', plan: 'free', expiresAt: null, active: false, clockWentBack } as const
  if (operatorKey === undefined) {
    const practised = Plan.catch('free').parse(plan)
    const active = plansWithSso.includes(practised)
    const because = active ? null : 'plan'
    return { kind: 'practice', plan: practised, expiresAt: null, active, because, clockWentBack }
  }
  if (licence === null) return { ...none, because: 'missing' }
  const read = readLicence(licence, operatorKey)
  if (read === undefined || read.organisation !== id) return { ...none, because: 'not-valid' }
  const { expiresAt } = read
  const expired = expiresAt <= clock.now().toISOString()
  const because = expired ? 'expired' : plansWithSso.includes(read.plan) ? null : 'plan'
  return { kind: 'signed', plan: read.plan, expiresAt, active: because === null, because, clockWentBack }
}

/** Whether the plan includes single sign-on now. Where it does not, nothing is enforced and nobody is locked out (S15). */
export const licenceIsActive = async ({
  id,
  stores,
  licences,
}: Pick<Tenant, 'id' | 'stores' | 'licences'>): Promise<boolean> =>
  licenceState({ ...(await stores.organisation.read()), id }, licences).active

/** @returns undefined where it is no licence, or the operator did not sign it as it stands */
export function readLicence(text: string, operatorKey: KeyObject): Licence | undefined {
  const keep = read.get(operatorKey) ?? keepResults<{ licence: Licence | undefined }>(MOST_KEPT)
  read.set(operatorKey, keep)
  return keep(text, () => ({ licence: verified(text, operatorKey) })).licence
}

/** Every sign-in asks, and the same text under the same key is the same licence. */
const read = new WeakMap<KeyObject, ReturnType<typeof keepResults<{ licence: Licence | undefined }>>>()
const MOST_KEPT = 500

function verified(text: string, operatorKey: KeyObject): Licence | undefined {
  const parsed = Licence.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { signature, ...body } = parsed.data
  const signed = Buffer.from(canonicalJson(body), 'utf8')
  return verify(null, signed, operatorKey, Buffer.from(signature, 'base64url')) ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
