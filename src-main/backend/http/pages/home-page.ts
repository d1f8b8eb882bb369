import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

interface SignedInAs {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly through: string
  readonly formToken: string
}

export const homePage = ({ organisation, name, email, role, through, formToken }: SignedInAs): Page => ({
  title: `Signed in to ${organisation}`,
  body: html`${done}
<h1>You are signed in to ${organisation} as ${name}</h1>
<dl>
${fact('E-mail', email)}
${fact('Role', role)}
${fact('Signed in with', through)}
</dl>
<form method="post" action="/sign-out">
<input type="hidden" name="formToken" value="${formToken}">
<button class="plain">Sign out</button>
</form>`,
})

const done = html`<svg class="done" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20"/>
<path d="M12 20.5l5.5 5.5L28.5 14.5"/></svg>`

const fact = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`
