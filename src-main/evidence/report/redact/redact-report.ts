import type { Finding } from '#shared/model/finding.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { mapStrings } from '../map-strings.ts'
import { maskText, maskValue } from './mask-value.ts'
import { isProtocolClaim } from './openid-claims.ts'
import { type PersonalValues, personalValues } from './personal-values.ts'
import { redactOpenidRun } from './redact-openid-run.ts'

/** The report without persons: e-mail addresses, names, identifiers and attribute values masked, no message, no relay state. */
export function redactReport(full: EvidenceReport): EvidenceReport {
  const personal = personalValues(full)
  const mask = (text: string) => (personal.known.has(text) ? text : maskText(text, personal.values))
  return {
    ...full,
    variant: 'redacted',
    test: { ...full.test, problem: mapStrings(full.test.problem, mask) },
    connection: { ...full.connection, applicationOwner: maskValue(full.connection.applicationOwner) },
    identityProvider: mapStrings(full.identityProvider, mask),
    serviceProvider: mapStrings(full.serviceProvider, mask),
    openidProvider: mapStrings(full.openidProvider, mask),
    openidClient: mapStrings(full.openidClient, mask),
    findings: full.findings.map((finding) => redactFinding(finding, personal, mask)),
    identity: full.identity && redactIdentity(full.identity, full.openid === null ? () => false : isProtocolClaim),
    request: full.request && { ...full.request, xml: null },
    message: full.message && { ...mapStrings(full.message, mask), relayState: null, xml: null },
    openid: full.openid && redactOpenidRun(full.openid, mask),
    timeline: full.timeline.map((event) => ({ ...event, says: mask(event.says), url: event.url && mask(event.url) })),
  }
}

/** @param names whether what stands under this name is about the login, not the person */
function redactIdentity(
  identity: NonNullable<EvidenceReport['identity']>,
  names: (name: string) => boolean,
): EvidenceReport['identity'] {
  const { nameId, sessionIndex, attributes, profile } = identity
  return {
    ...identity,
    nameId: maskValue(nameId),
    sessionIndex: sessionIndex && maskValue(sessionIndex),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [name, names(name) ? values : values.map(maskValue)]),
    ),
    profile: mapStrings(profile, maskValue),
  }
}

/** Places that hold a person's data, whatever the value looks like. */
const personalPlace = /:?(?:NameID|Attribute|AttributeValue|SubjectLocality)(?:\[\d+\])?$/

function isPersonalClaim(location: Finding['location']): boolean {
  const [, name] = /^\/([^/]+)/.exec(location?.path ?? '') ?? []
  return name !== undefined && /(?:^|\/)(?:payload|userinfo)$/.test(location?.document ?? '') && !isProtocolClaim(name)
}

function redactFinding(finding: Finding, { known }: PersonalValues, mask: (text: string) => string): Finding {
  const { actual, expected } = finding
  const inPersonalPlace = personalPlace.test(finding.location?.path ?? '') || isPersonalClaim(finding.location)
  return {
    ...finding,
    detail: mask(finding.detail),
    ...(expected !== undefined && { expected: mask(expected) }),
    ...(actual !== undefined && { actual: inPersonalPlace && !known.has(actual) ? maskValue(actual) : mask(actual) }),
  }
}
