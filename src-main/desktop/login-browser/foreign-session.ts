import { randomUUID } from 'node:crypto'
import { type Session, session } from 'electron'

const foreign = new WeakSet<Session>()

export const isForeign = (candidate: Session): boolean => foreign.has(candidate)

/** A browser of its own for one sign-in: in memory, shared with nothing, known to the guard as foreign. */
export function openForeignSession(): Session {
  // Without `persist:` nothing of it is written to the disk.
  const opened = session.fromPartition(`login:${randomUUID()}`, { cache: false })
  foreign.add(opened)
  return opened
}

/** Nothing of the sign-in stays: no cookie, no storage, no open connection. */
export async function forgetForeignSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(null)
  await Promise.all([
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    session.closeAllConnections(),
  ])
}
