import type { ProviderId } from '#shared/model/provider-id.ts'
import { providers } from '#shared/providers/provider-catalogue.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { type SetupFrame, setupPage } from './setup-page.ts'

interface ProviderStep extends SetupFrame {
  readonly chosen: ProviderId | null
  readonly domains: readonly string[]
  readonly expiresAt: string
}

/** The first step also says who asks, for what, and what it will take. */
export const providerStepPage = ({ chosen, domains, expiresAt, ...frame }: ProviderStep): Page =>
  setupPage(frame, 'provider', {
    title: 'Set up single sign-on',
    body: html`
<p><strong>${frame.organisation}</strong> asks you to connect your identity provider${domains.length === 0 ? null : html` for ${domains.join(', ')}`}. You need access to its administration; it takes about half an hour. Nobody’s sign-in changes before you finish.</p>
<h2 id="choose">Which identity provider do you use?</h2>
<form method="post" action="${frame.base}/provider"><fieldset class="providers" aria-labelledby="choose">
${Object.entries(providers)
  .filter(([, { protocols }]) => (protocols as readonly string[]).includes('saml'))
  .map(
    ([id, { name, initials }]) =>
      html`<button name="provider" value="${id}"${id === chosen ? html` aria-current="true"` : null}><span class="mark" aria-hidden="true">${initials}</span>${name}</button>`,
  )}
</fieldset></form>
<p class="note">This link works until ${longDate(expiresAt)}. You can close the page and come back.</p>`,
  })

/** The reader's time zone is not known here. */
export const longDate = (instant: string): string =>
  `${new Date(instant).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`
