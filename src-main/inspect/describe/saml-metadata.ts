import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { describeAggregate } from './saml-aggregate.ts'
import { makeThing, type Thing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** Certificates of an aggregate are many; those of the first entities are shown. */
const MOST_CERTIFICATES = 50

/** md:EntityDescriptor or EntitiesDescriptor. */
export async function describeMetadata(shape: XmlShape, look: Look, context: InspectionContext): Promise<Thing> {
  const { bytes, local } = shape
  const isLarge = local === 'EntitiesDescriptor' && bytes.length > metadataLimits.size
  return isLarge ? describeAggregate(shape, look, context) : describeHeld(bytes, look, context)
}

function describeHeld(bytes: Uint8Array, look: Look, { now, policy, schemaValidator }: InspectionContext): Thing {
  const { findings, ...judgement } = judgeMetadata(bytes, { now, mode: policy.mode, schemaValidator })
  const { entities } = judgement
  const [entity] = entities
  const certificates = entities.flatMap((each) => [...each.signingCertificates, ...each.encryptionCertificates])
  const each = [...new Map(certificates.map((certificate) => [certificate.sha256, certificate])).values()]
  return makeThing(look, {
    kind: 'saml-metadata',
    facts:
      entity === undefined || entities.length > 1
        ? [['Entities', String(entities.length)]]
        : [
            ['Entity', entity.entityId],
            ['Role', entity.roles.map((role) => roles[role]).join(' and ')],
            ['Sign-in', entity.singleSignOnServices.map(({ location }) => location).join(', ') || null],
            ['Sign-out', entity.singleLogoutServices.map(({ location }) => location).join(', ') || null],
            ['ACS', entity.assertionConsumerServices.map(({ location }) => location).join(', ') || null],
            ['Valid until', entity.validUntil],
          ],
    text: xmlText(look),
    certificates: each.slice(0, MOST_CERTIFICATES),
    judgement: { by: 'metadata', ...judgement },
    findings,
  })
}

const roles = { idp: 'identity provider', sp: 'service provider' } as const
