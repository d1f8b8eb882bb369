import { judgeLogout } from '#main/checks/judge-logout.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { certificatesIn } from './certificates-in.ts'
import { incomingOf } from './incoming-of.ts'
import { makeThing, type Thing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** A samlp:LogoutRequest or LogoutResponse, with the signature of the address it travelled in. */
export async function describeLogout(shape: XmlShape, look: Look, context: InspectionContext): Promise<Thing> {
  const { now, policy, identityProvider, serviceProvider, stopwatch } = context
  const { findings, ...judgement } = judgeLogout(incomingOf(shape, look), {
    ...{ now, policy, identityProvider, stopwatch, requestId: undefined },
    serviceProvider: { logoutUrl: undefined, decryptionKeys: serviceProvider.decryptionKeys },
  })
  const { logout } = judgement
  return makeThing(look, {
    kind: 'saml-logout',
    facts: [
      ['Message', logout?.kind],
      ['From', logout?.issuer],
      ['User', logout?.nameId],
      ['Sessions', logout === null || logout.sessionIndexes.length === 0 ? null : logout.sessionIndexes.join(', ')],
      ['Answers', logout?.inResponseTo],
      ['ID', logout?.id],
    ],
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judgement: { by: 'logout', ...judgement },
    findings,
  })
}
