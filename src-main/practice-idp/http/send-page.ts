import type { FastifyReply } from 'fastify'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { layout, type Page } from '../pages/layout.ts'

/** A page, with a policy under which it can load nothing and run no script but its own. */
export function sendPage(idp: IdentityProviderState, reply: FastifyReply, status: number, page: Page): FastifyReply {
  const nonce = idp.secret()
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policyFor(page, nonce))
    .send(layout(page, nonce))
}

function policyFor({ script, leaves = false }: Page, nonce: string): string {
  const always = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  // What posts an answer may go anywhere: browsers hold redirects after the post to form-action as well.
  const leads = leaves || script !== undefined
  const policy = [...always, ...(leads ? [] : ["form-action 'self'"])]
  return [...policy, ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`])].join('; ')
}
