import { html } from './html.ts'
import type { Page } from './page.ts'

interface Confirmation {
  readonly organisation: string
  readonly email: string
  readonly handle: string
  readonly formToken: string
}

/** For a login that began at the identity provider: someone else may have sent this browser here. */
export const confirmPage = ({ organisation, email, handle, formToken }: Confirmation): Page => ({
  title: 'Sign in?',
  body: html`<h1>Sign in to ${organisation}?</h1>
<p>Your identity provider sent you here as <strong>${email}</strong>. Go on only if that is you.</p>
<form method="post" action="/sign-in/confirm">
<input type="hidden" name="formToken" value="${formToken}">
<input type="hidden" name="handle" value="${handle}">
<button>Sign in</button>
<a class="quiet" href="/sign-in">This is not me</a>
</form>`,
})
