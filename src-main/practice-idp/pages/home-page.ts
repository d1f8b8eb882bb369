import type { FaultId, PracticePerson } from '#shared/model/practice-idp.ts'
import type { FaultText } from '#shared/practice-faults/fault-text.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

/** A client of OpenID Connect. Its secret is shown, for it protects nothing. */
export interface ClientView {
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly authentication: string
  readonly redirectUris: readonly string[]
}

export interface HomeView {
  readonly entityId: string
  readonly metadataUrl: string
  readonly singleSignOnUrl: string
  readonly singleLogoutUrl: string
  /** As a date, such as 2027-11-22. */
  readonly certificateEnds: string
  /** The make it writes like, and the path of its pages. */
  readonly profile: string
  readonly base: string
  /** Others at paths of their own. */
  readonly tenants: readonly { readonly name: string; readonly path: string }[]
  readonly openid:
    | { readonly issuer: string; readonly discoveryUrl: string; readonly clients: readonly ClientView[] }
    | undefined
  readonly people: readonly PracticePerson[]
  readonly serviceProviders: readonly string[]
  readonly faults: readonly { readonly id: FaultId; readonly text: FaultText; readonly active: boolean }[]
  readonly signedInAs: string | undefined
  readonly notice: string | undefined
}

export function homePage(view: HomeView): Page {
  return {
    title: 'Overview',
    // Signing out leads through the applications.
    leaves: view.signedInAs !== undefined,
    body: html`
<h1>Practice identity provider${view.base !== '' && html`, as ${view.profile}`}</h1>
<p class="lead">Stands in for a customer’s identity provider, so that a connection can be tried from end to end.</p>
${view.notice !== undefined && html`<p class="note" role="status">${view.notice}</p>`}
<section aria-labelledby="connect">
<h2 id="connect">For the application, by SAML</h2>
<dl>
<dt>Metadata URL</dt><dd><a href="${view.base}/metadata">${view.metadataUrl}</a></dd>
<dt>Entity ID</dt><dd>${view.entityId}</dd>
<dt>Sign-in URL</dt><dd>${view.singleSignOnUrl} (Redirect and POST)</dd>
<dt>Sign-out URL</dt><dd>${view.singleLogoutUrl} (Redirect and POST)</dd>
<dt>Certificate</dt><dd><a href="${view.base}/certificate.pem">valid until ${view.certificateEnds}</a></dd>
</dl>
</section>
${view.tenants.length > 0 && tenantList(view.tenants)}
${applications(view)}
${view.openid && openidClients(view.openid)}
${faultForm(view)}
${peopleTable(view)}`,
  }
}

const tenantList = (tenants: HomeView['tenants']): Html => html`<section aria-labelledby="tenants">
<h2 id="tenants">In the shape of</h2>
<p class="hint">The same people, written as identity providers of these makes write them.</p>
<ul class="people">${tenants.map(({ name, path }) => html`<li>${name} <a href="${path}/">Open</a></li>`)}</ul>
</section>`

const applications = ({
  serviceProviders: entityIds,
  base,
}: HomeView): Html => html`<section aria-labelledby="applications">
<h2 id="applications">Applications</h2>
${
  entityIds.length === 0
    ? html`<p class="hint">None yet. Register the metadata of the application to test.</p>`
    : html`<ul class="people">${entityIds.map((entityId) => application(base, entityId))}</ul>`
}
<form class="below" method="post" action="${base}/service-providers" enctype="multipart/form-data">
<label for="metadata">Metadata of the application</label>
<input type="file" id="metadata" name="metadata" accept=".xml,application/xml,text/xml,application/samlmetadata+xml" required>
<button type="submit">Register application</button>
</form>
<form class="below" method="post" action="${base}/service-providers">
<label for="entity_id">Or by hand: entity ID</label>
<input type="text" id="entity_id" name="entity_id" spellcheck="false" required>
<label for="acs_url">ACS URL</label>
<input type="text" id="acs_url" name="acs_url" placeholder="https://app.example.com/saml/acs" spellcheck="false" required>
<button type="submit">Register by hand</button>
</form>
</section>`

const application = (base: string, entityId: string): Html => html`<li><code>${entityId}</code>
<a href="${base}/idp-initiated?sp=${encodeURIComponent(entityId)}">Sign in from here</a></li>`

const openidClients = ({
  issuer,
  discoveryUrl,
  clients,
}: NonNullable<HomeView['openid']>): Html => html`<section aria-labelledby="clients">
<h2 id="clients">For the application, by OpenID Connect</h2>
<dl>
<dt>Issuer</dt><dd>${issuer}</dd>
<dt>Discovery URL</dt><dd><a href="${discoveryUrl}">${discoveryUrl}</a></dd>
</dl>
${
  clients.length === 0
    ? html`<p class="hint">No client yet. Register the redirect URI of the application to test.</p>`
    : html`<div class="scroll below"><table>
<thead><tr><th scope="col">Client ID</th><th scope="col">Client secret</th><th scope="col">Redirect URI</th></tr></thead>
<tbody>${clients.map(clientRow)}</tbody>
</table></div>`
}
<form class="below" method="post" action="/clients">
<label for="redirect_uri">Redirect URI of the application</label>
<input type="text" id="redirect_uri" name="redirect_uri" placeholder="https://app.example.com/oidc/callback" spellcheck="false" required>
<button type="submit">Register client</button>
</form>
</section>`

const clientRow = ({ clientId, clientSecret, authentication, redirectUris }: ClientView): Html =>
  html`<tr><td><code>${clientId}</code></td><td>${clientSecret === undefined ? 'none (public)' : html`<code>${clientSecret}</code> (${authentication})`}</td><td><code>${redirectUris.join(', ')}</code></td></tr>`

const faultForm = ({ faults, base }: HomeView): Html => html`<section aria-labelledby="faults">
<h2 id="faults">Faults</h2>
<p class="hint">Make the next logins wrong on purpose, and see how it is found.</p>
<form method="post" action="${base}/faults">
${faults.map(
  ({ id, text, active }) => html`<div class="choice">
<input type="checkbox" id="${id}" name="fault" value="${id}"${active && html` checked`} aria-describedby="${id}-does">
<label for="${id}">${text.name}</label>
<p class="hint" id="${id}-does">${text.does} ${text.teaches}</p>
</div>`,
)}
<div class="row"><button type="submit">Set faults</button></div>
</form>
</section>`

const peopleTable = ({ people, signedInAs, base }: HomeView): Html => html`<section aria-labelledby="people">
<h2 id="people">People</h2>
<p class="hint">Anyone can use these: they protect nothing.</p>
${
  signedInAs !== undefined &&
  html`<form method="post" action="${base}/sign-out"><p>Signed in in this browser: ${signedInAs} <button class="quiet" type="submit">Sign out</button></p></form>`
}
<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Groups</th><th scope="col">User name / password</th></tr></thead>
<tbody>${people.map(
  ({ givenName, familyName, email, groups, username, password }) =>
    html`<tr><td>${givenName} ${familyName}</td><td>${email === '' ? 'none' : email}</td><td>${groups.join(', ')}</td><td class="pair"><code>${username}</code> / <code>${password}</code></td></tr>`,
)}</tbody>
</table></div>
</section>`
