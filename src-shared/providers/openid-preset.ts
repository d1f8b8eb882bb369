import type { ProviderId } from '../model/provider-id.ts'

/** What we know of a product's OpenID Connect: its own words, and where its issuer is. */
export interface OpenidPreset {
  /** Issuers to begin from; a part in angle brackets is the customer's own. */
  readonly issuers: readonly { readonly label: string; readonly url: string }[]
  readonly findIssuer: string | null
  /** Where its administrator registers the application, outermost menu first. */
  readonly path: readonly string[]
  readonly labels: {
    readonly clientId: string
    readonly clientSecret: string
    readonly redirectUri: string
    readonly postLogoutRedirectUri: string | null
  }
  /** What the tenants are that may be let in; null where an issuer is one tenant's. */
  readonly tenants: { readonly label: string; readonly hint: string } | null
  /** It shows an error page in windows of other programs: the system's browser is the way. */
  readonly refusesLoginWindow: boolean
}

const generic: OpenidPreset = {
  issuers: [],
  findIssuer: null,
  path: [],
  labels: {
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    redirectUri: 'Redirect URI',
    postLogoutRedirectUri: 'Post-logout redirect URI',
  },
  tenants: null,
  refusesLoginWindow: false,
}

const presets: Partial<Record<ProviderId, OpenidPreset>> = {
  google: {
    issuers: [{ label: 'Google', url: 'https://accounts.google.com' }],
    findIssuer: 'The issuer is the same for everybody.',
    path: ['console.cloud.google.com', 'Google Auth Platform', 'Clients', 'Create client', 'Web application'],
    labels: {
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      redirectUri: 'Authorized redirect URIs',
      postLogoutRedirectUri: null,
    },
    tenants: {
      label: 'Google Workspace domains (hd)',
      hint: 'Without any, everybody with a Google account is vouched for, personal ones too.',
    },
    refusesLoginWindow: true,
  },
  entra: {
    issuers: [
      { label: 'One tenant', url: 'https://login.microsoftonline.com/<tenant ID>/v2.0' },
      { label: 'Several tenants', url: 'https://login.microsoftonline.com/organizations/v2.0' },
    ],
    findIssuer: 'App registrations, Overview, Endpoints: “OpenID Connect metadata document”.',
    path: ['Entra ID', 'App registrations', 'New registration', 'Redirect URI platform “Web”'],
    labels: {
      clientId: 'Application (client) ID',
      clientSecret: 'Client secret: its Value, not its Secret ID',
      redirectUri: 'Redirect URIs',
      postLogoutRedirectUri: 'Redirect URIs (the same list)',
    },
    tenants: {
      label: 'Tenant IDs that may sign in (tid)',
      hint: 'With several tenants this is needed: otherwise any organisation’s account is vouched for.',
    },
    refusesLoginWindow: false,
  },
  okta: {
    ...generic,
    issuers: [
      { label: 'The organisation', url: 'https://<your domain>.okta.com' },
      { label: 'A custom authorization server', url: 'https://<your domain>.okta.com/oauth2/default' },
    ],
    findIssuer: 'Security, API, Authorization Servers: “Issuer URI”.',
    path: ['Applications', 'Create App Integration', 'OIDC - OpenID Connect', 'Web Application'],
    labels: {
      ...generic.labels,
      redirectUri: 'Sign-in redirect URIs',
      postLogoutRedirectUri: 'Sign-out redirect URIs',
    },
  },
  auth0: {
    ...generic,
    issuers: [{ label: 'The tenant', url: 'https://<your domain>.auth0.com/' }],
    findIssuer: 'The application’s “Domain”, with https:// before and a slash behind it.',
    path: ['Applications', 'Applications', 'Create Application', 'Regular Web Applications'],
    labels: {
      ...generic.labels,
      redirectUri: 'Allowed Callback URLs',
      postLogoutRedirectUri: 'Allowed Logout URLs',
    },
  },
}

export const openidPresetOf = (id: ProviderId): OpenidPreset => presets[id] ?? generic
