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
  body: html`<h1>You are signed in to ${organisation} as ${name}</h1>
<dl>
${fact('E-mail', email)}
${fact('Role', role)}
${fact('Signed in with', through)}
</dl>
<form method="post" action="/sign-out">
<input type="hidden" name="formToken" value="${formToken}">
<button>Sign out</button>
</form>`,
})

const fact = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`
