import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { IdentityProviderState, Session } from '../identity-provider-state.ts'
import { postPage } from '../pages/post-page.ts'
import { problemPage } from '../pages/problem-page.ts'
import { notAssigned } from '../pages/problem-texts.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { readPerson, withSecondFactor } from '../people/read-person.ts'
import type { LoginRequest } from '../requests/login-request.ts'
import { RequestRefused } from '../requests/request-refused.ts'
import { answerRequest } from '../responses/answer-request.ts'
import { beginSession, findSession } from './browser-session.ts'
import { sendPage } from './send-page.ts'

const Login = z.object({ id: z.string() })
/** What people see. */
export function addLoginRoutes(server: FastifyInstance, idp: IdentityProviderState): void {
  server.get('/login/:id', (request, reply) => {
    const { id } = Login.parse(request.params)
    const login = findLogin(idp, id)
    const session = login.forceAuthn ? undefined : findSession(idp, request)
    if (session === undefined && !login.isPassive) return askWho(idp, reply, { id, login })
    return answer(idp, reply, login, session)
  })

  server.post('/login/:id', (request, reply) => {
    const { id } = Login.parse(request.params)
    const login = findLogin(idp, id)
    const person = readPerson(idp.people, request.body)
    if ('refusedName' in person) return askWho(idp, reply, { id, login, refusedName: person.refusedName })
    const session: Session = {
      person,
      signedInAt: idp.clock(),
      index: `_${idp.secret()}`,
      secondFactor: withSecondFactor(request.body),
      participants: new Map(),
    }
    beginSession(idp, reply, session)
    idp.onEvent({ kind: 'signed-in', username: person.username })
    return answer(idp, reply, login, session)
  })
}

interface Asking {
  readonly id: string
  readonly login: LoginRequest
  readonly refusedName?: string
}

function askWho(idp: IdentityProviderState, reply: FastifyReply, { id, login, refusedName }: Asking): FastifyReply {
  const page = signInPage({
    action: `${idp.profile.path}/login/${id}`,
    application: login.serviceProvider,
    people: idp.people,
    faults: [...idp.faults].map((id) => faultCatalogue[id].name),
    refusedName,
  })
  return sendPage(idp, reply, refusedName === undefined ? 200 : 401, page)
}

async function answer(
  idp: IdentityProviderState,
  reply: FastifyReply,
  login: LoginRequest,
  session: Session | undefined,
): Promise<FastifyReply> {
  if (idp.activeFaults.some(({ endsInPage }) => endsInPage)) {
    const values = { application: login.serviceProvider }
    return sendPage(idp, reply, 403, problemPage({ ...notAssigned, values }))
  }
  return sendPage(idp, reply, 200, postPage(await answerRequest(idp, login, session)))
}

function findLogin(idp: IdentityProviderState, id: string): LoginRequest {
  const login = idp.logins.find(id)
  if (login === undefined) throw new RequestRefused('login-expired')
  return login
}
