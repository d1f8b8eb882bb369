import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { STATUS_PARTIAL_LOGOUT, STATUS_SUCCESS } from '#main/saml/namespaces.ts'
import type { IdentityProviderState, Session } from '../identity-provider-state.ts'
import { goOn, type LogoutStep } from './go-on.ts'
import { LogoutRefused } from './logout-refused.ts'
import { type LogoutRun, participationsIn } from './logout-run.ts'
import { type ArrivedLogout, type OpenedLogout, openLogout } from './open-logout.ts'

/** A message at the sign-out URL, from an application that begins or one that was asked. @throws {LogoutRefused} */
export function receiveLogout(idp: IdentityProviderState, arrived: ArrivedLogout): Promise<LogoutStep> {
  const opened = openLogout(idp, arrived)
  return goOn(idp, opened.element.kind === 'LogoutRequest' ? endNamed(idp, opened) : noteAnswer(idp, opened))
}

/** The sign-out that begins here: the session is over already. */
export const beginLogout = (idp: IdentityProviderState, session: Session): Promise<LogoutStep> =>
  goOn(idp, { remaining: participationsIn(session), stayed: [], asked: undefined, asker: undefined })

/** Ends what it names of its own application's sessions; that none is left counts as done, for it may have ended before. */
function endNamed(idp: IdentityProviderState, { element, serviceProvider, relayState }: OpenedLogout): LogoutRun {
  const { id = '', nameIds, sessionIndexes } = element
  const [name, another] = nameIds
  if (name === undefined || name.value === '' || !name.whole || another !== undefined) throw new LogoutRefused('name')
  checkFresh(idp, element)
  const { entityId } = serviceProvider
  takeOnce(idp, entityId, id)
  const ended = idp.sessions.matching(
    ({ participants, index }) =>
      participants.get(entityId)?.value === name.value &&
      (sessionIndexes.length === 0 || sessionIndexes.includes(index)),
  )
  for (const { key, value } of ended) {
    idp.sessions.drop(key)
    idp.onEvent({ kind: 'signed-out', username: value.person.username })
  }
  return {
    remaining: ended
      .flatMap(({ value }) => participationsIn(value))
      .filter((participation) => participation.serviceProvider !== entityId),
    stayed: [],
    asked: undefined,
    asker: { serviceProvider, requestId: id, relayState },
  }
}

const FRESH_MS = 5 * 60_000

function checkFresh(idp: IdentityProviderState, { issueInstant = '', notOnOrAfter }: OpenedLogout['element']): void {
  const now = idp.clock().getTime()
  const issued = parseSamlTime(issueInstant) ?? Number.NEGATIVE_INFINITY
  const ends = notOnOrAfter === undefined ? Number.POSITIVE_INFINITY : (parseSamlTime(notOnOrAfter) ?? 0)
  if (Math.abs(now - issued) > FRESH_MS || now >= ends)
    throw new LogoutRefused('old', { issued: issueInstant, now: idp.clock().toISOString() })
}

/** Without a SessionIndex a request sent again would end a later session. */
function takeOnce(idp: IdentityProviderState, entityId: string, id: string): void {
  const key = `${entityId}\n${id}`
  if (id === '' || idp.usedLogouts.find(key) !== undefined) throw new LogoutRefused('used', { ID: id })
  idp.usedLogouts.keep(key, true)
}

/** Once, from the one that was asked: anyone else's answer is to no question. */
function noteAnswer(idp: IdentityProviderState, { element, serviceProvider }: OpenedLogout): LogoutRun {
  const { inResponseTo = '', status } = element
  const run = idp.logoutRuns.find(inResponseTo)
  const { entityId } = serviceProvider
  if (run?.asked !== entityId) throw new LogoutRefused('answer-unknown', { InResponseTo: inResponseTo })
  idp.logoutRuns.drop(inResponseTo)
  const codes = status?.codes ?? []
  const ended = codes[0] === STATUS_SUCCESS && !codes.includes(STATUS_PARTIAL_LOGOUT)
  return { ...run, asked: undefined, stayed: ended ? run.stayed : [...run.stayed, entityId] }
}
