import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Refusal, refusals } from '#shared/http-api/refusal.ts'
import { Refused } from '../refusals/refused.ts'
import { storageFailure } from '../storage/storage-failure.ts'
import { describeIssue, type ValidationIssue } from './describe-issue.ts'
import type { Site } from './site.ts'

/** Whatever was thrown, as `{error, message}` and a status (S13). What is ours to mend goes to the log, and only its number out. */
export const answerRefusal =
  (site: Site) =>
  async (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<Refusal> => {
    const refused = asRefused(error)
    if (refused?.error === 'storage_unavailable') logFailure(site, error, request)
    if (refused !== undefined) {
      reply.code(refusals[refused.error])
      return { error: refused.error, message: refused.message }
    }
    logFailure(site, error, request)
    reply.code(refusals.internal)
    return { error: 'internal', message: new Refused('request.failed').message.concat(` ${request.id}`) }
  }

export function logFailure({ installation }: Site, cause: unknown, { id, method, routeOptions }: FastifyRequest): void {
  const details = { request: id, method, route: routeOptions.url ?? '' }
  installation.log({ level: 'error', event: 'request.failed', details, cause })
}

/** @returns undefined for a fault of ours */
export function asRefused(error: unknown): Pick<Refused, 'error' | 'message'> | undefined {
  if (error instanceof Refused) return error
  const failure = storageFailure(error)
  if (failure !== undefined) return new Refused(`storage.${failure}`)
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An id of another shape is an id that does not exist.
    if (error.validationContext === 'params') return new Refused('request.unknown-id')
    return { error: 'validation', message: (error.validation as ValidationIssue[]).map(describeIssue).join(' ') }
  }
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refused('request.too-large')
  if (statusCode === 429) return new Refused('request.too-many')
  return statusCode >= 400 && statusCode < 500 ? new Refused('request.not-json') : undefined
}
