import { providerOf } from '#shared/providers/provider-catalogue.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { openidClient, openidProvider } from './openid-configuration.ts'
import { section } from './section.ts'
import { facts, time, value, valueOr } from './value.ts'

/** What was tested: both sides next to each other, and how strictly it was judged. */
export const configuration = (report: EvidenceReport): Html | null =>
  section(
    'Configuration',
    html`<div class="sides">
<div><h3>Identity provider</h3>${identityProvider(report)}</div>
<div><h3>Application</h3>${serviceProvider(report)}</div>
<div><h3>Connection</h3>${connection(report)}</div>
<div><h3>Judged by</h3>${policy(report)}</div>
</div>`,
  )

const sources = { url: 'Metadata from', file: 'A metadata file', paste: 'Pasted metadata', manual: 'Entered by hand' }
const bindings = { redirect: 'HTTP-Redirect', post: 'HTTP-POST' }

function identityProvider(report: EvidenceReport): Html {
  const { identityProvider: side } = report
  if (report.openidProvider !== null) return openidProvider(report.openidProvider)
  if (side === null) return html`<p class="none">Not set up.</p>`
  return facts([
    ['Entity ID', value(side.entityId)],
    ['Sign-in URL', html`${value(side.singleSignOn.url)} (${bindings[side.singleSignOn.binding]})`],
    ['Sign-out URL', valueOr(side.signOutUrl, 'none')],
    [
      'Loaded',
      html`${sources[side.source.kind]}${side.source.url === null ? null : html` ${value(side.source.url)}`}, ${time(side.loadedAt)}`,
    ],
  ])
}

function serviceProvider(report: EvidenceReport): Html {
  const { serviceProvider: side } = report
  if (report.openidClient !== null) return openidClient(report.openidClient)
  if (side === null) return html`<p class="none">Not set up.</p>`
  return facts([
    ['Entity ID', value(side.entityId)],
    ['ACS URL', value(side.acsUrl)],
    ['Sign-out URL', valueOr(side.signOutUrl, 'none')],
  ])
}

const connection = ({
  connection: { provider, protocol, domains, applicationOwner, id },
  test,
}: EvidenceReport): Html =>
  facts([
    ['Provider', providerOf(provider).name],
    ['Protocol', protocol === 'saml' ? 'SAML 2.0' : 'OpenID Connect'],
    ['E-mail domains', domains.map((domain) => html`<div>${value(domain)}</div>`)],
    ['Owner', valueOr(applicationOwner || null, 'not named')],
    ['Connection', value(id)],
    ['SHA-256', value(test.configurationSha256)],
  ])

const requirements = {
  response: 'the response',
  assertion: 'the assertion',
  either: 'the response or the assertion',
  both: 'the response and the assertion',
}

const policy = ({ connection: { policy: used, mapping, protocol } }: EvidenceReport): Html =>
  facts([
    ['Policy', used.mode === 'strict' ? 'Strict' : 'Interoperable'],
    ['Clock skew', `${used.clockSkewSeconds} seconds allowed`],
    ...(protocol === 'saml' ? ofResponses(used) : []),
    ['E-mail from', names(mapping.email)],
    ['Given name from', names(mapping.givenName)],
    ['Family name from', names(mapping.familyName)],
    ['Groups from', names(mapping.groups)],
  ])

const ofResponses = (used: EvidenceReport['connection']['policy']): [string, string][] => [
  ['Must be signed', requirements[used.requireSigned]],
  ['Must be encrypted', used.requireEncryption ? 'the assertion' : 'nothing'],
  ['Unasked responses', used.allowIdpInitiated ? 'accepted' : 'refused'],
]

const names = (mapped: readonly string[]) =>
  mapped.length === 0 ? valueOr(null, 'not mapped') : mapped.map((name) => html`<div>${value(name)}</div>`)
