import type { ProblemTexts } from './problem-text.ts'

export const tenantProblems = {
  'tenant.not-running': { what: 'The tenant backend is not running.', remedy: 'Start it under Tenant.' },
} as const satisfies ProblemTexts
