import { html } from './html.ts'
import { messagePage } from './message-page.ts'
import { newPasswordField } from './new-password-field.ts'
import type { Page } from './page.ts'

interface PasswordForm {
  readonly email: string
  readonly formToken: string
  readonly fault?: string
}

export const choosePasswordPage = ({ email, formToken, fault }: PasswordForm): Page => ({
  title: 'Choose a password',
  body: html`<h1>Choose a password</h1>
<p>For <strong>${email}</strong>. Your other sessions will end.</p>
${fault === undefined ? null : html`<p class="fault" id="fault" role="alert">${fault}</p>`}
<form method="post" action="/account/password">
<input type="hidden" name="formToken" value="${formToken}">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" readonly>
${newPasswordField({ label: 'New password', isFaulty: fault !== undefined })}
<button>Save password</button>
<a class="quiet" href="/">Back</a>
</form>`,
})

export const linkFirstPage = messagePage({
  title: 'Sign in by a link first',
  says: ['A password is chosen within 15 minutes of signing in by a link from your mail. Sign out, and ask for one.'],
  action: { label: 'Back', href: '/' },
})
