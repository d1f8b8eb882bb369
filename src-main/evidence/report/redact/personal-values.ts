import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { attributeOf, descendantsOf, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { claimsIn, isProtocolClaim } from './openid-claims.ts'

/** A shorter value would be hidden in the middle of ordinary sentences. */
const SHORTEST = 3

export interface PersonalValues {
  /** Values that name a person or say something of one, longest first. */
  readonly values: readonly string[]
  /** Names of attributes, and what both sides are configured with: not personal even where a value is the same. */
  readonly known: ReadonlySet<string>
}

/** Gathers what is personal from the identity and, where there is none, from the message itself, trusted or not. */
export function personalValues(report: EvidenceReport): PersonalValues {
  const found = new Set<string>()
  const known = new Set(configuredValues(report))
  if (report.identity !== null) {
    const { nameId, sessionIndex, attributes, profile } = report.identity
    const members = [profile.email, profile.givenName, profile.familyName, ...(profile.groups ?? [])]
    const values = Object.entries(attributes)
      .filter(([name]) => report.openid === null || !isProtocolClaim(name))
      .flatMap(([, list]) => list)
    for (const value of [nameId, sessionIndex, ...values, ...members]) found.add(value ?? '')
    for (const name of Object.keys(attributes)) known.add(name)
  }
  for (const element of elementsOf(report.message?.xml ?? '')) gather(element, found, known)
  for (const { name, value } of claimsIn(report.openid?.documents ?? {})) {
    known.add(name)
    if (!isProtocolClaim(name)) found.add(value)
  }
  found.add(report.openid?.request.parameters.login_hint ?? '')
  found.add(report.connection.applicationOwner)
  const values = [...found].map((value) => value.trim()).filter((value) => isHidden(value, known))
  return { values: values.toSorted((a, b) => b.length - a.length), known }
}

const isHidden = (value: string, known: ReadonlySet<string>) =>
  Array.from(value).length >= SHORTEST && !known.has(value)

function gather(element: XmlElement, found: Set<string>, known: Set<string>): void {
  if (element.local === 'NameID' || element.local === 'AttributeValue') found.add(textOf(element))
  if (element.local === 'SubjectLocality') found.add(attributeOf(element, 'Address') ?? '')
  if (element.local === 'AuthnStatement') found.add(attributeOf(element, 'SessionIndex') ?? '')
  if (element.local !== 'Attribute') return
  for (const name of ['Name', 'FriendlyName']) known.add(attributeOf(element, name) ?? '')
}

function elementsOf(xml: string): Iterable<XmlElement> {
  try {
    return descendantsOf(parseXml(xml, messageLimits).root)
  } catch (error) {
    if (error instanceof XmlRefused) return []
    throw error
  }
}

function configuredValues(report: EvidenceReport): string[] {
  const { identityProvider, serviceProvider, openidProvider, openidClient, connection } = report
  const theirs = identityProvider && [identityProvider.entityId, identityProvider.singleSignOn.url]
  const ours = serviceProvider && [serviceProvider.entityId, serviceProvider.acsUrl]
  const provider = openidProvider && Object.values(openidProvider).filter((value) => typeof value === 'string')
  const client = openidClient && [openidClient.clientId, openidClient.redirectUri, ...openidClient.tenants]
  const sides = [theirs, ours, provider, client].flatMap((side) => side ?? [])
  return [...sides, ...connection.domains, connection.displayName]
}
