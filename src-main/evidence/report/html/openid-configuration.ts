import type { ReportOpenidClient, ReportOpenidProvider } from '../openid-report.ts'
import { type Html, html } from './html.ts'
import { facts, time, value, valueOr } from './value.ts'

const sources = { url: 'Discovery from', file: 'A discovery file', paste: 'Pasted discovery document' }

export const openidProvider = (side: ReportOpenidProvider): Html =>
  facts([
    ['Issuer', value(side.issuer)],
    ['Authorization endpoint', valueOr(side.authorizationEndpoint, 'none')],
    ['Token endpoint', valueOr(side.tokenEndpoint, 'none')],
    ['UserInfo endpoint', valueOr(side.userInfoEndpoint, 'none')],
    ['Key set', valueOr(side.jwksUri, 'none')],
    [
      'Loaded',
      html`${sources[side.source.kind]}${side.source.url === null ? null : html` ${value(side.source.url)}`}, ${time(side.loadedAt)}`,
    ],
  ])

const trusts = {
  verified: 'where the provider calls it verified',
  provider: 'also where the provider says nothing',
}

/** What was not asked for is left out. */
export const openidClient = (side: ReportOpenidClient): Html =>
  facts([
    ['Client ID', value(side.clientId)],
    [
      'Client authentication',
      html`${value(side.authentication)}${side.keyId === null ? null : html` with key ${value(side.keyId)}`}`,
    ],
    ['Redirect URI', value(side.redirectUri)],
    ['Post-logout redirect URI', valueOr(side.postLogoutRedirectUri, 'none')],
    ['Scopes', value(side.scopes.join(' '))],
    ['Prompt', side.prompt && value(side.prompt)],
    ['Maximum age', side.maximumAge === null ? null : `${side.maximumAge} seconds`],
    ['Authentication classes', side.acrValues.length === 0 ? null : value(side.acrValues.join(' '))],
    ['Tenants', side.tenants.length === 0 ? null : side.tenants.map((tenant) => html`<div>${value(tenant)}</div>`)],
    ['E-mail address counts', trusts[side.emailTrust]],
  ])
