import type { OpenidFault } from './openid-fault.ts'

export const tokenError: OpenidFault = {
  tokenAnswer: {
    status: 500,
    contentType: 'application/json',
    body: JSON.stringify({ error: 'server_error', error_description: 'An internal error occurred.' }),
  },
}
