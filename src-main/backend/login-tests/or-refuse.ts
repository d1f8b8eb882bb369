import { ProviderUnusable } from '../openid/provider-unusable.ts'
import { Refused } from '../refusals/refused.ts'

/** An administrator reads why the provider cannot be used; a person at the sign-in page does not. @throws {Refused} */
export async function orRefuse<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof ProviderUnusable)) throw cause
    const code = cause.reason === 'request-refused' ? 'login-test.request-refused' : 'login-test.provider-unusable'
    throw new Refused(code, { detail: cause.detail }, { cause })
  }
}
