import type { Connection } from './connection.ts'

/** The identity provider's side, by whatever protocol: how it was judged and when it was loaded; null before it is. */
export function identityProviderSide({ intake, identityProvider, openidProvider }: Connection) {
  const loaded = intake.protocol === 'oidc' ? openidProvider : identityProvider
  return loaded && { verdict: loaded.judgement.verdict, loadedAt: loaded.loadedAt }
}

/** Whether the application's side is there, with everything that a login needs of it. */
export function serviceProviderSide({
  intake,
  serviceProvider,
  openidClient,
}: Connection): 'missing' | 'partly' | 'whole' {
  if (intake.protocol === 'saml') return serviceProvider === null ? 'missing' : 'whole'
  if (openidClient === null) return 'missing'
  const wantsSecret = openidClient.authentication.startsWith('client_secret_')
  return wantsSecret && !openidClient.hasSecret ? 'partly' : 'whole'
}
