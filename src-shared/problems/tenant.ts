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
} as const satisfies ProblemTexts
