import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { type organisationIpc, organisationRoutes } from '#shared/ipc/organisation.ts'
import { adminHandlers } from './admin-handlers.ts'
import type { HandlerContext } from './handler-context.ts'

export function organisationHandlers(context: Pick<HandlerContext, 'tenant'>): FeatureHandlers<typeof organisationIpc> {
  const handlers = adminHandlers(context, organisationRoutes)
  return {
    ...handlers,
    change: async (input) => {
      const answer = await handlers.change(input)
      if (input.body.name !== undefined) await context.tenant.renamed(answer.organisation.name)
      return answer
    },
  }
}
