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
    what: 'The tenant backend could not open its data.',
    remedy: 'Start it again; if it fails again, send the log to support. Nothing was changed.',
  },
} as const satisfies ProblemTexts
