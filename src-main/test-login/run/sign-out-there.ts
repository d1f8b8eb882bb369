import type { OpenidRun } from '#shared/model/openid-run.ts'
import type { SignOut } from './login-judge.ts'
import { type CaughtCallback, LoginInterrupted } from './login-transport.ts'

/**
 * Signs out at the provider in the browser that signed in there (OpenID Connect RP-Initiated Logout §2, §3). What goes wrong is told
 * and spoils no verdict: that was about the sign-in.
 */
export async function signOutThere(
  { start, callbackUrl, state }: SignOut,
  goOn: NonNullable<CaughtCallback['goOn']>,
  signal: AbortSignal,
): Promise<OpenidRun['logout']> {
  try {
    const { url } = await goOn(start, { url: callbackUrl, anyQuery: true }, signal)
    const returned = new URL(url).searchParams.get('state')
    if (returned === state) return { worked: true, says: 'The provider signed out and sent the browser back.' }
    return { worked: false, says: 'The provider sent the browser back, but not with the state that was sent to it.' }
  } catch (error) {
    if (!(error instanceof LoginInterrupted)) throw error
    return { worked: false, says: `The sign-out did not come to its end. ${error.problem.what}` }
  }
}
