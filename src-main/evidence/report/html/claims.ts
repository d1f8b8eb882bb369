import type { ClaimMapping } from '#shared/model/profile.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Content, type Html, html } from './html.ts'
import { section, table } from './section.ts'
import { facts, value, valueOr } from './value.ts'

const members: readonly (readonly [keyof ClaimMapping, string])[] = [
  ['email', 'E-mail address'],
  ['givenName', 'Given name'],
  ['familyName', 'Family name'],
  ['groups', 'Groups'],
]

/** What the application would learn about this person, and every attribute it was taken from. */
export function claims(report: EvidenceReport): Html | null {
  const { identity } = report
  const isOpenid = report.connection.protocol === 'oidc'
  if (identity === null) return null
  const names = Object.keys(identity.attributes)
  return section(
    'Claims',
    html`${table(
      ['Profile', 'Value', 'Taken from'],
      members.map(([member, label]) => [
        label,
        profileValue(identity.profile[member]),
        source(report.connection.mapping[member], names),
      ]),
    )}
<h3>${isOpenid ? 'Claims received' : 'Attributes received'}</h3>
${names.length === 0 ? html`<p class="none">None.</p>` : table(['Name', 'Values'], attributeRows(identity.attributes))}
<h3>Subject</h3>
${facts(isOpenid ? tokenSubject(identity) : assertionSubject(identity))}`,
  )
}

type Identity = NonNullable<EvidenceReport['identity']>

const assertionSubject = (identity: Identity): [string, Html][] => [
  ['NameID', value(identity.nameId)],
  ['NameID format', valueOr(identity.nameIdFormat, 'not given')],
  ['Issuer', value(identity.issuer)],
  ['Session index', valueOr(identity.sessionIndex, 'not given')],
  ['Signed in by', valueOr(identity.authnContext, 'not given')],
]

const tokenSubject = (identity: Identity): [string, Html][] => [
  ['Subject (sub)', value(identity.nameId)],
  ['Issuer (iss)', value(identity.issuer)],
  ['Session (sid)', valueOr(identity.sessionIndex, 'not given')],
  ['Signed in by (acr)', valueOr(identity.authnContext, 'not given')],
]

const profileValue = (content: string | readonly string[] | null): Content =>
  content === null ? valueOr(null, 'did not arrive') : list(typeof content === 'string' ? [content] : content)

const source = (mapped: readonly string[], received: readonly string[]): Html =>
  valueOr(mapped.find((name) => received.includes(name)) ?? null, '–')

const attributeRows = (attributes: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(attributes).map(([name, values]) => [value(name), list(values)])

const list = (values: readonly string[]): Content =>
  values.length === 0 ? valueOr(null, 'no value') : values.map((item) => html`<div>${value(item)}</div>`)
