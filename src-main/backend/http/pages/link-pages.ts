import { html } from './html.ts'
import { messagePage } from './message-page.ts'
import type { Page } from './page.ts'

/** The same whether or not anyone has this address. */
export const linkSentPage = (email: string, minutes: number): Page =>
  messagePage({
    title: 'Look into your mail',
    says: [
      html`If <strong>${email}</strong> has an account here, a link that signs in is on its way. It works once, for ${minutes} minutes.`,
      'Nothing there? Look among the unwanted mail, or ask for another link.',
    ],
    action: { label: 'Use another address', href: '/sign-in' },
  })

interface LinkForm {
  readonly organisation: string
  readonly email: string
  readonly action: string
  readonly formToken: string
}

/** A click more than the mail: mail programs open every address before their reader does. */
export const linkPage = ({ organisation, email, action, formToken }: LinkForm): Page => ({
  title: `Sign in to ${organisation}`,
  body: html`<h1>Sign in to ${organisation}?</h1>
<p>The link in your mail signs in <strong>${email}</strong>. Go on only if you asked for it.</p>
<form method="post" action="${action}">
<input type="hidden" name="formToken" value="${formToken}">
<button>Sign in</button>
<a class="quiet" href="/sign-in">This is not me</a>
</form>`,
})

export const linkGonePage = messagePage({
  title: 'This link works no more',
  says: ['It was used already, is too old, or a newer one took its place. Ask for another.'],
  action: { label: 'Sign in', href: '/sign-in' },
})
