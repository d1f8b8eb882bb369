import { html } from './html.ts'
import type { Page } from './page.ts'

interface PasswordForm {
  readonly email: string
  readonly formToken: string
  readonly fault?: string
}

export const passwordPage = ({ email, formToken, fault }: PasswordForm): Page => ({
  title: 'Enter your password',
  body: html`<h1>Enter your password</h1>
<p>Signing in as <strong>${email}</strong>. <a href="/sign-in">Use another address</a></p>
${fault === undefined ? null : html`<p class="fault" id="fault" role="alert">${fault}</p>`}
<form method="post" action="/sign-in/password">
<input type="hidden" name="formToken" value="${formToken}">
<input type="hidden" name="email" value="${email}" autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
 autofocus${fault === undefined ? null : html` aria-invalid="true" aria-describedby="fault"`}>
<button>Sign in</button>
</form>`,
})
