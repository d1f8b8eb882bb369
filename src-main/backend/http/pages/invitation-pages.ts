import { html } from './html.ts'
import { messagePage } from './message-page.ts'
import { newPasswordField } from './new-password-field.ts'
import type { Page } from './page.ts'

interface InvitationForm {
  readonly organisation: string
  readonly email: string
  readonly role: string
  readonly action: string
  readonly formToken: string
  /** Where single sign-on begins for this address. */
  readonly startUrl: string | undefined
  /** The other ways are closed. */
  readonly ssoOnly: boolean
  readonly fault?: string
}

/** Accepts by single sign-on where there is one, else with a password of one's own, or none. */
export const invitationPage = (form: InvitationForm): Page => ({
  title: `Join ${form.organisation}`,
  body: html`<h1>Join ${form.organisation}</h1>
<p>You are invited as <strong>${form.email}</strong>. Your role will be ${form.role}.</p>
${form.startUrl === undefined ? null : html`<a class="button" href="${form.startUrl}">Continue with single sign-on</a>`}
${form.ssoOnly ? null : passwordForm(form)}`,
})

const passwordForm = ({ email, action, formToken, startUrl, fault }: InvitationForm) => html`
${fault === undefined ? null : html`<p class="fault" id="fault" role="alert">${fault}</p>`}
<form method="post" action="${action}">
<input type="hidden" name="formToken" value="${formToken}">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" readonly>
${newPasswordField({ label: 'Choose a password', isFaulty: fault !== undefined })}
<button${startUrl === undefined ? null : html` class="plain"`} name="with" value="password">Join with this password</button>
<button class="quiet" name="with" value="link" formnovalidate>Join without a password</button>
</form>
<p class="note">Without one you sign in by a link that we send to your mail.</p>`

export const invitationGonePage = messagePage({
  title: 'This invitation works no more',
  says: ['It was accepted already, withdrawn, or is too old. Sign in, or ask an administrator to invite you again.'],
  action: { label: 'Sign in', href: '/sign-in' },
})
