import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from '../site.ts'

/** Cookies belong to one host name: whoever begins under another of ours (localhost, say) is led to the public one first. */
export const atPublicAddress =
  ({ installation }: Site) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const { publicUrl } = installation
    if (request.headers.host?.toLowerCase() === new URL(publicUrl).host) return
    return reply.redirect(`${publicUrl}${request.url}`, 303)
  }
