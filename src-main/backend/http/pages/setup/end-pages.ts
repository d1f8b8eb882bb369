import { html } from '../html.ts'
import { messagePage } from '../message-page.ts'
import type { Page } from '../page.ts'
import { SETUP_RETURN_PATH } from './verdict-page.ts'

interface Done {
  readonly organisation: string
  readonly domains: readonly string[]
  readonly active: boolean
}

export const setupDonePage = ({ organisation, domains, active }: Done): Page =>
  messagePage({
    title: active ? 'Single sign-on is active' : 'Your part is done',
    says: active
      ? [
          html`People with an address at <strong>${domains.join(', ')}</strong> sign in to ${organisation} through your identity provider from now on.`,
          'This link works no more. Thank you.',
        ]
      : [
          html`An administrator of ${organisation} has to prove that <strong>${domains.join(', ')}</strong> is theirs, then switches the connection on. Tell them that you are done.`,
          'This link works no more. Thank you.',
        ],
  })

export const setupGonePage = messagePage({
  title: 'This link works no more',
  says: ['It was completed, withdrawn or replaced, or is too old. Ask whoever sent it to you for a new one.'],
})

/** Another browser: the link was opened elsewhere. */
export const setupElsewherePage = messagePage({
  title: 'Go on where you began',
  says: ['Open the setup link again, in this browser or where you opened it first.'],
})

export const setupNotAskedPage = messagePage({
  title: 'This answer belongs to no test',
  says: [
    'Your identity provider sent an answer that no test login waits for: it is older than 10 minutes, was begun at the identity provider, or RelayState did not come back as it was sent.',
    'Start the test from the set-up.',
  ],
  action: { label: 'Back to the set-up', href: SETUP_RETURN_PATH },
})
