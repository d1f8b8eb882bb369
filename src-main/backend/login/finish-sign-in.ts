import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import { startSession } from '../sessions/start-session.ts'
import type { SignInHandle } from '../storage/stores/sign-in-handles.ts'
import type { Stores } from '../storage/stores.ts'
import { CONFIRM_MINUTES, minutesLater } from './lifetimes.ts'

export type FinishResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  /** Nobody asked for this login: the person is asked, with a handle of this browser alone. */
  | { readonly kind: 'confirm'; readonly handle: string; readonly email: string; readonly organisation: string }
  | { readonly kind: 'refused' }

export interface Finishing {
  readonly handle: string
  readonly purpose: SignInHandle['purpose']
  /** SHA-256 of this browser's pre-login cookie. */
  readonly browserSha256: string
  readonly now: Date
}

/**
 * Takes the handle, whatever comes of it, and makes the session where the browser is the one that began: a login posted
 * into a stranger's browser ends here (login CSRF).
 */
export function finishSignIn(tenant: Tenant, finishing: Finishing): Promise<FinishResult> {
  return tenant.stores.inTransaction(async (stores): Promise<FinishResult> => {
    const { handle, purpose, browserSha256, now } = finishing
    const taken = await stores.signInHandles.take(tokenSha256(handle), purpose, now.toISOString())
    if (taken === undefined) return { kind: 'refused' }
    const user = await stores.users.byId(taken.userId)
    if (user?.status !== 'active') return { kind: 'refused' }
    if (taken.browserSha256 === null) {
      const { name } = await stores.organisation.read()
      return {
        kind: 'confirm',
        handle: await askFirst(stores, tenant, taken, finishing),
        email: user.email,
        organisation: name,
      }
    }
    if (taken.browserSha256 !== browserSha256) return { kind: 'refused' }
    return {
      kind: 'signed-in',
      ...(await startSession({ ...tenant, stores }, { ...taken, way: 'single-sign-on' }, now)),
    }
  })
}

async function askFirst(
  stores: Stores,
  { random }: Tenant,
  taken: SignInHandle,
  { browserSha256, now }: Finishing,
): Promise<string> {
  const handle = tokenText(random(TOKEN_BYTES))
  await stores.signInHandles.add({
    ...taken,
    purpose: 'confirm',
    handleSha256: tokenSha256(handle),
    browserSha256,
    expiresAt: minutesLater(now, CONFIRM_MINUTES).toISOString(),
  })
  return handle
}
