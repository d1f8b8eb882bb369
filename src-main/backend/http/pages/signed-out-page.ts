import { html } from './html.ts'
import { messagePage } from './message-page.ts'
import type { Page } from './page.ts'

const signInAgain = { label: 'Sign in again', href: '/sign-in' }

export const signedOutPage = (everywhere: boolean): Page =>
  messagePage({
    title: 'You are signed out',
    says: [
      everywhere
        ? 'Here, and at your identity provider.'
        : 'Here. Your identity provider could not end every session of its own: close the browser to be sure.',
    ],
    action: signInAgain,
  })

/** The identity provider asked, and takes no answer. */
export const endedPage = messagePage({
  title: 'You are signed out',
  says: ['Your identity provider asked us to end your session, and it is over.'],
  action: signInAgain,
})

/** Whoever signed out here is signed out, whatever came back. */
export const logoutRefusedPage = (attemptId: string): Page =>
  messagePage({
    title: 'This sign-out was not accepted',
    says: [
      'The message that came with it could not be trusted, so it ended nothing. To end your session, sign out from the page you are signed in to.',
      html`Your administrator can look up what happened by this number: <code class="number">${attemptId}</code>`,
    ],
    action: { label: 'Go to my page', href: '/' },
  })
