import type { HandOut } from '#shared/http-api/provider.ts'
import type { ProviderId } from '#shared/model/provider-id.ts'
import type { ClaimSource, Provider } from '#shared/providers/provider.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { type SetupFrame, setupPage } from './setup-page.ts'
import { copyable } from './value.ts'

interface ValuesStep extends SetupFrame {
  readonly provider: ProviderId
  readonly handOut: HandOut
}

/** What to enter at the identity provider, in the words of its own console, in the order of its screens. */
export const valuesStepPage = ({ provider: id, handOut, ...frame }: ValuesStep): Page => {
  const provider = providerOf(id)
  return setupPage(frame, 'values', {
    title: `Enter our values ${thereAt(id, provider)}`,
    body: html`
<h2>1. Make an application</h2>
${path(provider)}
<h2>2. Enter these values</h2>
${values(provider, handOut)}
<h2>3. Send these attributes</h2>
<p>${provider.claims.where}</p>
${claims(provider)}
<h2>4. Let a few people in</h2>
<p>${provider.assignPilot} Be one of them yourself: you test it in a moment.</p>
<div class="actions"><a class="button" href="${frame.base}/metadata">Go on</a></div>`,
  })
}

/** A console of no name is “yours”. */
const thereAt = (id: ProviderId, { name }: Provider): string =>
  id === 'custom-saml' ? 'at your identity provider' : `in ${name}`

const path = ({ path: menus, name }: Provider): Html =>
  menus.length === 0
    ? html`<p>In the administration of your identity provider, make a new SAML 2.0 application.</p>`
    : html`<p>In ${name}, open:</p><ol class="path">${menus.map((menu) => html`<li>${menu}</li>`)}</ol>`

function values({ labels }: Provider, { serviceProvider, metadataUrl }: HandOut): Html {
  const { entityId, acsUrl, signOutUrl, certificate } = serviceProvider
  const rows: [label: string | null, value: string][] = [
    [labels.acsUrl, acsUrl],
    [labels.entityId, entityId],
    [labels.signOutUrl, signOutUrl ?? ''],
    ['Our metadata, where it can be imported instead', metadataUrl],
  ]
  return html`<dl class="values">
${rows.map(([label, value]) => (label === null || value === '' ? html`` : html`<dt>${label}</dt><dd>${copyable(value, label)}</dd>`))}
</dl>
${labels.certificate === null ? null : html`<details><summary>${labels.certificate}: our certificate, only if it asks for one</summary>${copyable(certificate.pem, 'certificate')}</details>`}`
}

const claims = ({ claims: { email, givenName, familyName } }: Provider): Html => html`
<table><thead><tr><th scope="col">Name</th><th scope="col">Value</th><th scope="col">For</th></tr></thead><tbody>
${claim(email, 'The e-mail address: it is needed, and identifies the person')}
${claim(givenName, 'The given name')}
${claim(familyName, 'The family name')}
</tbody></table>`

const claim = ({ name, value }: ClaimSource, purpose: string) =>
  html`<tr><td><code>${name}</code></td><td>${value}</td><td>${purpose}</td></tr>`
