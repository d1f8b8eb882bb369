import type { FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { LogoutRefused } from '../logout/logout-refused.ts'
import { logoutProblems } from '../pages/logout-problem-texts.ts'
import { problemPage } from '../pages/problem-page.ts'
import { metadataProblems, pageProblems, requestProblems } from '../pages/problem-texts.ts'
import { PracticeIdpRefused } from '../practice-idp-refused.ts'
import { RequestRefused } from '../requests/request-refused.ts'
import { sendPage } from './send-page.ts'

/** Whatever goes wrong ends in a page that says so. What no one foresaw is told to the owner, never to the browser. */
export function answerError(idp: IdentityProviderState) {
  return (error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof LogoutRefused) {
      idp.onEvent({ kind: 'request-refused', reason: error.reason })
      return sendPage(idp, reply, 400, problemPage({ ...logoutProblems[error.reason], values: error.values }))
    }
    if (error instanceof RequestRefused) {
      idp.onEvent({ kind: 'request-refused', reason: error.reason })
      return sendPage(idp, reply, 400, problemPage({ ...requestProblems[error.reason], values: error.values }))
    }
    if (error instanceof PracticeIdpRefused && isAboutMetadata(error.reason))
      return sendPage(
        idp,
        reply,
        400,
        problemPage({ ...metadataProblems[error.reason], values: { found: error.detail } }),
      )
    const status = knownStatus(error)
    if (status === 500) idp.onEvent({ kind: 'failed', error })
    return sendPage(idp, reply, status, problemPage(pageProblems[status]))
  }
}

const isAboutMetadata = (reason: string): reason is keyof typeof metadataProblems => reason in metadataProblems

/** Fastify's own refusals carry a status; a form of another shape was not ours. */
function knownStatus(error: unknown): keyof typeof pageProblems {
  if (error instanceof ZodError) return 415
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return 413
  return typeof status === 'number' && status < 500 ? 415 : 500
}
