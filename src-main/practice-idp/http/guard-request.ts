import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { problemPage } from '../pages/problem-page.ts'
import { pageProblems } from '../pages/problem-texts.ts'
import { profileTable } from '../profiles/profile-table.ts'
import { sendPage } from './send-page.ts'

/** Other sites may send people here with a message of SAML, and nothing else. */
const openToAll = ['', ...profileTable.map(({ path }) => path)].flatMap((path) => [`${path}/sso`, `${path}/slo`])

/**
 * Refuses to answer under a foreign name, which a hostile name server could point here (DNS rebinding), and forms that
 * other sites send.
 */
export function guardRequest(idp: IdentityProviderState) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
    const own = ownOrigins(idp)
    if (!own.includes(`http://${request.headers.host ?? ''}`))
      return sendPage(idp, reply, 421, problemPage(pageProblems[421]))
    const { origin } = request.headers
    const foreign = origin !== undefined && !own.includes(origin)
    const path = request.url.split('?', 1)[0]
    if (request.method === 'POST' && foreign && !openToAll.includes(path ?? ''))
      return sendPage(idp, reply, 403, problemPage(pageProblems[403]))
    return undefined
  }
}

const ownOrigins = ({ url }: IdentityProviderState) => [url, url.replace('//127.0.0.1:', '//localhost:')]
