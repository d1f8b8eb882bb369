import type { OpenidExchange } from '../model/openid-run.ts'

/** What a request to the provider was for. */
export const exchangePurposes: Readonly<Record<OpenidExchange['purpose'], string>> = {
  'pushed-request': 'Pushed request',
  token: 'Token request',
  'user-info': 'UserInfo request',
  refresh: 'Refresh',
  'key-set': 'Key set',
  other: 'Request',
}
