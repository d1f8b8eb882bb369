import { html } from './html.ts'
import type { Page } from './page.ts'

/** HTTP-POST binding (SAML Bindings §3.5): the browser carries the request in a form. */
export const postToProviderPage = (url: string, form: Readonly<Record<string, string>>): Page => ({
  title: 'On to your identity provider',
  submitsItself: true,
  body: html`<h1>On to your identity provider</h1>
<p>You sign in at <strong>${new URL(url).host}</strong>.</p>
<form method="post" action="${url}">
${Object.entries(form).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button>Continue</button>
</form>`,
})
