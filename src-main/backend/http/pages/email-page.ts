import { html } from './html.ts'
import type { Page } from './page.ts'

/** E-mail first (S22). The password field is not here: whether there is one depends on the domain. */
export const emailPage = ({ email = '', fault }: { email?: string; fault?: string } = {}): Page => ({
  title: 'Sign in',
  body: html`<h1>Sign in</h1>
<p>If your company has a sign-in page of its own, you go on there.</p>
${fault === undefined ? null : html`<p class="fault" id="fault" role="alert">${fault}</p>`}
<form method="post" action="/sign-in">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" required
 autofocus value="${email}"${fault === undefined ? null : html` aria-invalid="true" aria-describedby="fault"`}>
<button name="with" value="single-sign-on">Continue</button>
<button class="quiet" name="with" value="password">Use a password instead</button>
</form>`,
})
