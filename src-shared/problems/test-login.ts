import type { ProblemTexts } from './problem-text.ts'

export const testLoginProblems = {
  'test-login.not-found': {
    what: 'This test login no longer exists.',
    remedy: 'Choose another one from the list, or run a new one.',
  },
  'test-login.running': {
    what: 'A test login of this connection is already running.',
    remedy: 'Finish it in its window, or stop it first.',
  },
  'test-login.interrupted': {
    what: 'The app was closed during this test login.',
    remedy: 'Run the test login again.',
  },
  'test-login.window-closed': {
    what: 'The login window was closed before a response arrived.',
    remedy: 'Run the test login again and sign in to the end; the window closes by itself.',
  },
  'test-login.stopped': {
    what: 'The test login was stopped before a response arrived.',
    remedy: 'Run the test login again when everybody is ready.',
  },
  'test-login.error-page': {
    what: 'The identity provider showed an error page and sent nothing back.',
    remedy:
      "Read what the page says, then look up this login in the identity provider's log: often the user is not assigned to the application.",
  },
  'test-login.tls': {
    what: "The identity provider's TLS certificate is not trusted, so the page was not opened.",
    remedy:
      "Have the identity provider's administrator install a valid certificate for this host name. This check is never skipped.",
  },
  'test-login.unresolvable': {
    what: 'A host name on the way to the sign-in page does not exist.',
    remedy: "Check the sign-in address under Identity provider, and this computer's network and DNS.",
  },
  'test-login.unreachable': {
    what: 'A page on the way to the sign-in page could not be reached.',
    remedy: 'Check that the identity provider is running and that this computer may reach it, then try again.',
  },
  'test-login.page-crashed': {
    what: 'The sign-in page crashed in the login window.',
    remedy: 'Run the test login again. If it crashes again, send the log to support.',
  },
  'test-login.posted-elsewhere': {
    what: 'The identity provider sent its response to another address than our ACS URL.',
    remedy: 'At the identity provider, set the ACS URL (reply URL) to exactly the one shown under Service provider.',
  },
  'test-login.answered-elsewhere': {
    what: 'The provider sent its answer to another address than our redirect URI.',
    remedy: 'At the provider, register exactly the redirect URI that is shown under Service provider.',
  },
  'test-login.no-response': {
    what: 'The ACS URL was called, but without a SAML response.',
    remedy: 'At the identity provider, choose the HTTP-POST binding for the ACS URL.',
  },
  'test-login.several-responses': {
    what: 'The form that was posted holds several SAML responses, so none was judged.',
    remedy: 'At the identity provider, remove whatever adds a second SAMLResponse field to the form.',
  },
  'test-login.not-base64': {
    what: 'The SAMLResponse field is not Base64, so it could not be decoded.',
    remedy: 'At the identity provider, look for a page or a proxy that changes the form on its way.',
  },
  'test-login.too-large': {
    what: 'The response is larger than 1 MB, so it was not read.',
    remedy: 'At the identity provider, send fewer groups and attributes.',
  },
  'test-login.not-begun': {
    what: 'The provider refused the sign-in request.',
    remedy: 'Compare client ID, client secret and redirect URI with what is registered at the provider.',
  },
  'test-login.not-loopback': {
    what: 'The system’s browser cannot bring the answer back to this app: the redirect URI is not on this computer.',
    remedy:
      'Register http://127.0.0.1/callback at the provider as well and enter it as redirect URI, or use the login window.',
  },
  'test-login.port-taken': {
    what: 'Another program already listens at the redirect URI’s port.',
    remedy: 'End that program, or use the login window: there nothing has to listen.',
  },
  'test-login.browser-not-opened': {
    what: 'The system’s browser could not be opened.',
    remedy: 'Set a default browser, or use the login window.',
  },
  'test-login.address-refused': {
    what: 'The sign-in address is not a web address, so it was not opened.',
    remedy: 'Under Identity provider, enter a sign-in address that begins with https://.',
  },
} as const satisfies ProblemTexts
