import type { StepId } from '#shared/model/step.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'

/** The address of a step in the window; the scenarios number their connections. */
export const stepPlace = (step: StepId, connection = 1): string => `/connections/${connectionId(connection)}/${step}`

/** Every state of the window worth looking at: scenario and place. */
export const looks: readonly (readonly [scenario: string, place: string])[] = [
  ['empty', '/'],
  ['empty', '/connections/new'],
  ['empty', '/practice-idp'],
  ['empty', '/tenant'],
  ['empty-with-problem', '/'],
  ['empty-with-problem', '/settings'],
  ['intake', stepPlace('intake')],
  ['intake', stepPlace('identity-provider')],
  ['identity-provider', stepPlace('identity-provider')],
  ['expired-certificate', stepPlace('identity-provider')],
  ['identity-provider', stepPlace('service-provider')],
  ['ready', stepPlace('service-provider')],
  ['ready', stepPlace('test-login')],
  ['passed', stepPlace('test-login')],
  ['wrong-audience', stepPlace('test-login')],
  ['not-verified', stepPlace('test-login')],
  ['stopped', stepPlace('test-login')],
  ['warnings', stepPlace('test-login')],
  ['passed', stepPlace('claims')],
  ['draft', stepPlace('publish')],
  ['enabled', stepPlace('publish')],
  ['long-names', stepPlace('test-login')],
  ['many', stepPlace('test-login', 11)],
  ['empty', '/certificates'],
  ['expiring', '/certificates'],
  ['faults', '/practice-idp'],
  ['enabled', '/tenant'],
  ['tenant', '/tenant/members'],
  ['tenant', '/tenant/domains'],
  ['tenant', '/tenant/policy'],
  ['tenant', '/tenant/enforcement'],
  ['tenant-lock-out', '/tenant/enforcement'],
  ['tenant-enforced', '/tenant/enforcement'],
  ['tenant', '/tenant/sessions'],
  ['tenant', '/tenant/api-keys'],
  ['tenant', '/tenant/audit'],
  ['tenant-empty', '/tenant/members'],
  ['tenant-many', '/tenant/members'],
  ['tenant-offline', '/tenant/members'],
  ['tenant-not-connected', '/tenant'],
]
