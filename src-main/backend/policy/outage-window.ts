import type { OutageWindow } from '#shared/http-api/outage-window.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Stores } from '../storage/stores.ts'

const MINUTE = 60_000

const closed: OutageWindow = { open: false, openedAt: null, until: null, reason: null }

/** The one that is open now. Its end needs nobody: it is over when its time is. */
export async function readOutageWindow(stores: Stores, now: Date): Promise<OutageWindow> {
  const window = await stores.outageWindows.read()
  return window !== undefined && window.until > now.toISOString() ? { open: true, ...window } : closed
}

/** Passwords and links are let in for some time though single sign-on is enforced (S28). */
export function openOutageWindow(
  { tenant, actor, now }: AdminContext,
  { minutes, reason }: { minutes: number; reason: string },
): Promise<{ outageWindow: OutageWindow }> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await readOutageWindow(stores, now)
    const until = new Date(now.getTime() + minutes * MINUTE).toISOString()
    const after = { openedAt: before.openedAt ?? now.toISOString(), until, reason }
    await stores.outageWindows.open(after)
    const happening = { actor, action: 'sso.outage.opened', subjectId: tenant.id, details: { before, after } } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { outageWindow: { open: true, ...after } }
  })
}

export function closeOutageWindow({ tenant, actor, now }: AdminContext): Promise<{ outageWindow: OutageWindow }> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await readOutageWindow(stores, now)
    await stores.outageWindows.close()
    const happening = { actor, action: 'sso.outage.closed', subjectId: tenant.id, details: { before } } as const
    if (before.open) await recordEvent(stores, happening, { ...tenant, now })
    return { outageWindow: closed }
  })
}
