import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { tenantIpc } from '#shared/ipc/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'tenant' | 'openSignIn'>

export const tenantHandlers = ({ tenant, openSignIn }: Context): FeatureHandlers<typeof tenantIpc> => ({
  status: async () => tenant.status,
  start: () => tenant.start(),
  stop: () => tenant.stop(),
  connect: (input) => tenant.connect(input),
  forgetRemote: () => tenant.forgetRemote(),
  openSignIn: async () => {
    const { status } = tenant
    if (status.state !== 'running') throw new InputRefused('tenant.not-running')
    await openSignIn(status.signInUrl)
  },
})
