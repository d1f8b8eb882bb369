import type { ProblemTexts } from './problem-text.ts'

export const tenantProblems = {
  'tenant.not-running': { what: 'The tenant backend is not running.', remedy: 'Start it under Tenant.' },
  'tenant.crashed': {
    what: 'The tenant backend stopped by itself.',
    remedy: 'Start it again under Tenant. If it stops again, send the log to support.',
  },
  'tenant.port-taken': {
    what: 'The port of the tenant backend is taken by another program.',
    remedy: 'Close that program, then start the tenant backend again: its addresses are registered with this port.',
  },
  'tenant.not-opened': {
    what: "The tenant backend's folder cannot be written.",
    remedy: 'Check that the disk has room and that the folder can be written, then start it again.',
  },
  'tenant.data-damaged': {
    what: "The tenant backend's data is damaged.",
    remedy: 'Put a backup of its folder back while the app is closed. Nothing was changed.',
  },
  'tenant.data-newer': {
    what: "The tenant backend's data was written by a newer version of this app.",
    remedy: 'Install that version, or a newer one. Nothing was changed.',
  },
  'tenant.other-key': {
    what: "The tenant backend's data was sealed with another key than this computer holds.",
    remedy: 'Put back the keys that belong to it while the app is closed. Nothing was changed.',
  },
  'tenant.set-aside': {
    what: "The tenant backend's data was set aside, since the key that opens it is gone. The backend begins empty.",
    remedy: 'Nothing was deleted. Make the drafts of your connections again.',
  },
  'tenant.not-connected': {
    what: 'The tenant backend is not connected.',
    remedy: 'Connect to it under Tenant.',
  },
  'tenant.not-a-url': {
    what: 'This is not the address of a tenant backend.',
    remedy: 'Enter it as the backend prints it when it starts, such as https://sso.example.com.',
  },
  'tenant.not-encrypted': {
    what: 'Over http:// anyone on the way could read the API key, so it was not sent.',
    remedy: 'Enter the address that begins with https://.',
  },
  'tenant.not-trusted': {
    what: 'The certificate of this server is not trusted, so the API key was not sent.',
    remedy: 'Check the address. If the certificate is from an authority of your own, add that authority’s certificate.',
  },
  'tenant.not-a-backend': {
    what: 'What answers at this address is no tenant backend that this app knows.',
    remedy: 'Check the address; if it is right, bring app and backend to the same version.',
  },
  'tenant.older': {
    what: 'This tenant backend is older than the app and does not know what was asked.',
    remedy: 'Update the backend, then try again.',
  },
  'tenant.moved': {
    what: 'The address sends us on to another one, which is not followed: it would be given the API key.',
    remedy: 'Enter the address that it leads to, if you know that server.',
  },
  'tenant.unreachable': {
    what: 'The tenant backend cannot be reached.',
    remedy: 'Check the network and that the backend is running, then try again.',
  },
  'tenant.key-missing': {
    what: 'There is no API key to connect with.',
    remedy: 'Enter one that has the scope org:update.',
  },
  'tenant.key-refused': {
    what: 'The tenant backend does not accept this API key.',
    remedy: 'Connect with one that is neither revoked nor expired.',
  },
  'tenant.changed-meanwhile': {
    what: 'Someone else has changed this meanwhile, so nothing was saved.',
    remedy: 'Look at what it is now, then make your change again.',
  },
  'tenant.not-proven': {
    what: 'What the sign-in rules want proven first is not proven.',
    remedy: 'Prove it, or go on with a reason that the audit log keeps.',
  },
  'tenant.sends-mail': {
    what: 'This tenant backend sends its mail itself.',
    remedy: 'Look for the mail where it was sent to.',
  },
  'tenant.refused': {
    what: 'The tenant backend refused this.',
    remedy: 'Nothing was changed.',
  },
} as const satisfies ProblemTexts
