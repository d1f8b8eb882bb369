import { chunksOf } from '#main/checks/aggregate/chunks-of.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { type FaultCode, faultText } from '#shared/findings/catalogue.ts'
import type { EntityListing, FindingCount } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { makeThing, type Thing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/**
 * md:EntitiesDescriptor that is too large to be held as a tree: its entities are judged one after the other and counted by
 * what is wrong with them, for nobody reads each.
 */
export async function describeAggregate(
  { bytes }: XmlShape,
  look: Look,
  { now, policy, schemaValidator }: InspectionContext,
): Promise<Thing> {
  const context = { now, mode: policy.mode, role: undefined, schemaValidator }
  const aggregate = await judgeAggregate(chunksOf(bytes), context, { again: () => chunksOf(bytes) })
  const { entities, counts } = aggregate
  return makeThing(look, {
    kind: 'saml-metadata',
    facts: [
      ['Federation', aggregate.name],
      ['Entities', String(entities.length)],
      ['Identity providers', String(inRole(entities, 'idp'))],
      ['Service providers', String(inRole(entities, 'sp'))],
      ['Invalid entities', String(entities.filter(({ verdict }) => verdict === 'invalid').length)],
      ['Valid until', aggregate.validUntil],
    ],
    text: xmlText(look),
    findings: [...aggregate.findings, ...counts.map((count) => findingOf(count, entities.length))],
    judged: [['inspect.document', { kind: 'fault', code: 'inspect.document.aggregate', trust: 'verified' }]],
  })
}

const inRole = (entities: readonly EntityListing[], role: 'idp' | 'sp') =>
  entities.filter(({ roles }) => roles.includes(role)).length

/** One for all entities that have it. */
function findingOf({ code, severity, title, entities, first }: FindingCount, total: number): Finding {
  const { owner, fix } = faultText(code as FaultCode)
  const detail = `So in ${entities} of ${total} entities. The first is ${first}.`
  return { code, severity, title, detail, owner, fix, rootCause: false }
}
