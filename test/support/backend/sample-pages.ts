import { choosePasswordPage, linkFirstPage } from '#main/backend/http/pages/account-pages.ts'
import { confirmPage } from '#main/backend/http/pages/confirm-page.ts'
import { emailPage } from '#main/backend/http/pages/email-page.ts'
import { homePage } from '#main/backend/http/pages/home-page.ts'
import { invitationGonePage, invitationPage } from '#main/backend/http/pages/invitation-pages.ts'
import { linkGonePage, linkPage, linkSentPage } from '#main/backend/http/pages/link-pages.ts'
import { refusedAccountPage, refusedLoginPage, singleSignOnPage } from '#main/backend/http/pages/message-page.ts'
import { newAccountPage } from '#main/backend/http/pages/new-account-page.ts'
import type { Page } from '#main/backend/http/pages/page.ts'
import { passwordPage } from '#main/backend/http/pages/password-page.ts'
import { postToProviderPage } from '#main/backend/http/pages/post-to-provider-page.ts'
import { endedPage, logoutRefusedPage, signedOutPage } from '#main/backend/http/pages/signed-out-page.ts'

import { sampleSetupPages } from './sample-setup-pages.ts'

/** As long as addresses and names of real life are. */
const email = 'konstantina.papadopoulou-anagnostou@engineering.acme-international.example'
const organisation = 'Acme International Holding'
const formToken = '0'.repeat(64)
const attempt = 'att_0123456789abcdefghijkl'
const action = '/invitations/token'
const invited = { organisation, email, role: 'viewer', action, formToken }
const signedInAs = { organisation, name: 'Konstantina Papadopoulou-Anagnostou', email, role: 'member', formToken }

/** Every page of the sign-in, by its name, with its faults where it has some. */
export const samplePages: Readonly<Record<string, Page>> = {
  email: emailPage(),
  'email-wrong': emailPage({ email: 'not an address', fault: 'Enter an e-mail address such as name@example.com.' }),
  password: passwordPage({ email, formToken }),
  'password-wrong': passwordPage({ email, formToken, fault: 'The e-mail address or the password is wrong.' }),
  'link-sent': linkSentPage(email, 15),
  link: linkPage({ organisation, email, action, formToken }),
  'link-gone': linkGonePage,
  invitation: invitationPage({ ...invited, startUrl: undefined, ssoOnly: false }),
  'invitation-either': invitationPage({
    ...invited,
    startUrl: 'https://sso.example/start',
    ssoOnly: false,
    fault: 'Choose at least 8 characters.',
  }),
  'invitation-single-sign-on': invitationPage({ ...invited, startUrl: 'https://sso.example/start', ssoOnly: true }),
  'invitation-gone': invitationGonePage,
  confirm: confirmPage({ organisation, email, handle: 'h', formToken }),
  'new-account': newAccountPage({ organisation, email, role: 'viewer', handle: 'h', formToken }),
  'to-provider': postToProviderPage('https://idp.acme-international.example/sso', { SAMLRequest: 'x' }),
  home: homePage({
    ...signedInAs,
    through: 'Single sign-on',
    authentication: 'Several factors (MFA)',
    otherSessions: 0,
    maySetPassword: false,
  }),
  'home-by-link': homePage({
    ...signedInAs,
    through: 'Link by mail',
    authentication: null,
    otherSessions: 3,
    maySetPassword: true,
  }),
  'choose-password': choosePasswordPage({ email, formToken }),
  'choose-password-short': choosePasswordPage({ email, formToken, fault: 'Choose at least 8 characters.' }),
  'link-first': linkFirstPage,
  'single-sign-on-required': singleSignOnPage('https://sso.example/start'),
  refused: refusedLoginPage('response-refused', attempt),
  'refused-no-account': refusedLoginPage('no-account', attempt),
  'refused-deactivated': refusedAccountPage('deactivated'),
  'signed-out': signedOutPage(true),
  'signed-out-here': signedOutPage(false),
  'signed-out-there': endedPage,
  'sign-out-refused': logoutRefusedPage(attempt),
  ...sampleSetupPages,
}
