import type { Outcome } from '#shared/model/outcome.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

interface Message {
  readonly title: string
  readonly says: readonly (string | Html)[]
  readonly action?: { readonly label: string; readonly href: string }
}

/** Says what happened and offers one way on. */
export const messagePage = ({ title, says, action }: Message): Page => ({
  title,
  body: html`<h1>${title}</h1>
${says.map((one) => html`<p>${one}</p>`)}
${action === undefined ? null : html`<a class="button" href="${action.href}">${action.label}</a>`}`,
})

const number = (attemptId: string) => html`<code class="number">${attemptId}</code>`

const signInAgain = { label: 'Sign in again', href: '/sign-in' }

/** The same for every reason: what was wrong with the message is for the tenant's log. */
const refusedPage = (attemptId: string): Page =>
  messagePage({
    title: 'You could not be signed in',
    says: [
      "Your identity provider's answer was not accepted. Start again from the sign-in page.",
      html`If it happens again, give your administrator this number: ${number(attemptId)}`,
    ],
    action: signInAgain,
  })

/** Nothing was proven, and nothing of ours is wrong: what the person can do about it. */
const providerReasons: Readonly<Record<string, string>> = {
  'provider-declined':
    'Your identity provider did not sign you in: you cancelled, or you have no access to this application there.',
  'provider-unreached': 'Your identity provider does not answer. Try again in a few minutes.',
  'provider-invalid': 'Your identity provider is not set up as it should be. Try again later.',
  'provider-request-refused': 'Your identity provider refused our request to sign you in.',
  'initiator-unknown': 'This sign-in was started by another identity provider than yours. Start from the sign-in page.',
}

/** A login that was refused: where the reason is the person's own account, or their provider, they read it. */
export function refusedLoginPage(reason: string, attemptId: string): Page {
  const ofProvider = providerReasons[reason]
  if (ofProvider !== undefined) return reasonPage(ofProvider, attemptId)
  const known = (Object.keys(accountReasons) as (keyof typeof accountReasons)[]).find((key) => key === reason)
  // Who the person is has been proven, so they may know why they have no way in.
  return known === undefined ? refusedPage(attemptId) : reasonPage(accountReasons[known], attemptId)
}

function reasonPage(says: string, attemptId: string): Page {
  return messagePage({
    title: 'You could not be signed in',
    says: [says, html`Your administrator can look up what happened by this number: ${number(attemptId)}`],
    action: signInAgain,
  })
}

const accountReasons = {
  'no-account': 'Your identity provider knows you, but you have no account here. Ask an administrator to invite you.',
  'invite-needed':
    'Your identity provider knows you, but your invitation has expired or was withdrawn. Ask an administrator for a new one.',
  'single-account':
    'Your identity provider knows you, but you have no account in this organisation. Ask an administrator to invite you.',
  deactivated: 'Your account is deactivated. Ask an administrator to activate it.',
  removed: 'You were removed from this organisation. Ask an administrator to invite you again.',
}

/** The same for someone who came by a link or a password: no identity provider is theirs. */
export const refusedAccountPage = (because: Extract<Outcome, { kind: 'refused' }>['because']): Page =>
  messagePage({
    title: 'You could not be signed in',
    says: [because in mailboxReasons ? mailboxReasons[because as keyof typeof mailboxReasons] : mailboxReasons.removed],
    action: signInAgain,
  })

const mailboxReasons = {
  'no-account': 'You have no account here. Ask an administrator to invite you.',
  'invite-needed': 'Your invitation has expired or was withdrawn. Ask an administrator for a new one.',
  deactivated: accountReasons.deactivated,
  removed: accountReasons.removed,
}

export const startAgainPage = messagePage({
  title: 'This page is no longer valid',
  says: ['It was used already, took too long, or was started in another browser. Start again from the sign-in page.'],
  action: signInAgain,
})

export const noConnectionPage = messagePage({
  title: 'There is no sign-in here',
  says: ['This address belongs to no active connection. Start from the sign-in page, or ask your administrator.'],
  action: { label: 'Go to the sign-in page', href: '/sign-in' },
})

export const singleSignOnPage = (startUrl: string): Page =>
  messagePage({
    title: 'Use single sign-on',
    says: ['SSO is required for this workspace. Please sign in via your identity provider.'],
    action: { label: 'Go to your identity provider', href: startUrl },
  })
