import type { onRequestHookHandler } from 'fastify'
import { hostOf } from '../guard-origin.ts'
import type { Site } from '../site.ts'

/** Cookies belong to one host name: whoever begins under another of ours (localhost, say) is led to the public one first. */
export const atPublicAddress =
  ({ installation }: Site): onRequestHookHandler =>
  (request, reply, done) => {
    const { publicUrl } = installation
    if (request.headers.host?.toLowerCase() === hostOf(publicUrl)) done()
    else reply.redirect(`${publicUrl}${request.url}`, 303)
  }
