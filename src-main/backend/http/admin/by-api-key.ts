import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** Keys that differ share no limit, and none is kept in the clear by the counter. */
export const byApiKey = ({ headers }: FastifyRequest): string =>
  createHash('sha256')
    .update(headers.authorization ?? '')
    .digest('base64')
