import { AuditEventId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { Random } from '../installation.ts'
import type { Stores } from '../storage/stores.ts'
import type { AuditAction } from './audit-action.ts'
import { withoutControls } from './without-controls.ts'

/** Who did it. */
export interface Actor {
  readonly kind: 'api-key' | 'user' | 'system'
  readonly id: string | null
}

export interface Happening {
  readonly actor: Actor
  readonly action: AuditAction
  readonly subjectId: string | null
  /** `before` and `after` where something was changed; secrets masked or left out. */
  readonly details?: unknown
}

/** @param stores of the transaction that does what is recorded */
export async function recordEvent(
  stores: Stores,
  { actor, action, subjectId, details = {} }: Happening,
  { now, random }: { now: Date; random: Random },
): Promise<void> {
  await stores.audit.add({
    id: makeId(AuditEventId, 'evt', random(ID_BYTES)),
    at: now.toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    action,
    subjectId,
    details: withoutControls(details),
  })
}
