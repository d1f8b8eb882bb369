import type { OpenidFault } from './openid-fault.ts'

export const tokenPage: OpenidFault = {
  tokenAnswer: {
    status: 200,
    contentType: 'text/html',
    body: '<!doctype html><title>Sign in</title><p>Sign in to the gateway to go on.</p>',
  },
}
