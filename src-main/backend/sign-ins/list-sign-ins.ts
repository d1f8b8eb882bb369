import type { AttemptId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { pageOf } from '../lists/page-of.ts'
import type { SignInAttempt } from '../storage/stores/sign-in-attempts.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly id?: AttemptId | undefined
  readonly result?: SignInAttempt['result'] | undefined
}

/** The newest first. @throws {Refused} `request.cursor` */
export async function listSignIns({ tenant }: AdminContext, { id, result, ...asked }: Asked) {
  const { signInAttempts } = tenant.stores
  const filter = { id, result }
  const { rows, next } = await pageOf(
    asked,
    (page) => signInAttempts.page(filter, page),
    (attempt) => [attempt.at, attempt.id],
  )
  const signIns = rows.map(({ codes, ...attempt }) => ({ ...attempt, codes: [...codes] }))
  return { signIns, total: await signInAttempts.count(filter), ...next }
}
