import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

interface SignedInAs {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly through: string
  /** How its identity provider says it made sure of the person; null where there was none. */
  readonly authentication: string | null
  /** Of the same person, elsewhere. */
  readonly otherSessions: number
  readonly maySetPassword: boolean
  readonly formToken: string
}

export const homePage = (as: SignedInAs): Page => ({
  title: `Signed in to ${as.organisation}`,
  body: html`${done}
<h1>You are signed in to ${as.organisation} as ${as.name}</h1>
<dl>
${fact('E-mail', as.email)}
${fact('Role', as.role)}
${fact('Signed in with', as.through)}
${as.authentication === null ? null : fact('Your identity provider asked for', as.authentication)}
${as.otherSessions === 0 ? null : fact('Other sessions', String(as.otherSessions))}
</dl>
<form method="post" action="/sign-out">
<input type="hidden" name="formToken" value="${as.formToken}">
<button class="plain">Sign out</button>
</form>
${as.otherSessions === 0 ? null : endOthers(as)}
${as.maySetPassword ? html`<a class="quiet" href="/account/password">Choose a password</a>` : null}`,
})

const endOthers = ({ formToken }: SignedInAs) => html`<form class="beside" method="post" action="/account/end-others">
<input type="hidden" name="formToken" value="${formToken}">
<button class="quiet">End my other sessions</button>
</form>`

const done = html`<svg class="done" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20"/>
<path d="M12 20.5l5.5 5.5L28.5 14.5"/></svg>`

const fact = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`
