import { LINK_PATH } from '../../links/link-address.ts'
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
${fault === undefined ? null : html`<p class="fault" id="fault" role="alert">${fault}</p>`}
<form method="post" action="/sign-in/password">
<input type="hidden" name="formToken" value="${formToken}">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" readonly>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
 autofocus${fault === undefined ? null : html` aria-invalid="true" aria-describedby="fault"`}>
<button>Sign in</button>
</form>
<form class="beside" method="post" action="${LINK_PATH}">
<input type="hidden" name="formToken" value="${formToken}">
<input type="hidden" name="email" value="${email}">
<button class="plain">E-mail me a link instead</button>
<a class="quiet" href="/sign-in">Use another address</a>
</form>`,
})
