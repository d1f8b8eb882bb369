import { html } from './html.ts'
import type { Page } from './page.ts'

interface Offer {
  readonly organisation: string
  readonly email: string
  readonly role: string
  readonly handle: string
  readonly formToken: string
}

/** For someone whom the identity provider knows and who has no account here (S24). */
export const newAccountPage = ({ organisation, email, role, handle, formToken }: Offer): Page => ({
  title: `New account in ${organisation}`,
  body: html`<h1>You have no account in ${organisation} yet</h1>
<p>Your identity provider sent you here as <strong>${email}</strong>. A new account will have the role ${role}.</p>
<form method="post" action="/sign-in/new-account">
<input type="hidden" name="formToken" value="${formToken}">
<input type="hidden" name="handle" value="${handle}">
<button>Create my account</button>
<a class="quiet" href="/sign-in">Not now</a>
</form>`,
})
