import type { WebContents } from 'electron'
import { LoginInterrupted, type SeenEvent } from '#main/test-login/run/login-transport.ts'
import { isTls, problemOfFailure } from './load-failure.ts'
import { redactAddress } from './redact-address.ts'

export interface PageFailure {
  readonly url: string
  readonly interrupted: LoginInterrupted
}

/** Resolves with the first page that cannot be loaded. Certificate errors are never waved through: no listener answers them. */
export function whenPageFails(page: WebContents, onEvent: (event: SeenEvent) => void): Promise<PageFailure> {
  return new Promise((resolve) => {
    let issuer = ''
    page.on('certificate-error', (_event, _url, _error, certificate) => {
      issuer = certificate.issuerName
    })
    page.on('did-fail-load', (_event, code, name, url, isMainFrame) => {
      const problem = isMainFrame ? problemOfFailure({ code, name }) : null
      if (problem === null) return
      const host = URL.canParse(url) ? new URL(url).host : url
      const kind = isTls({ code, name }) ? 'tls-error' : 'network-error'
      onEvent({
        kind,
        method: null,
        url: redactAddress(url),
        status: null,
        says: `${host} could not be opened: ${name}.`,
      })
      const detail =
        kind === 'tls-error' && issuer !== '' ? `${host} (${name}, issued by ${issuer}).` : `${host} (${name}).`
      resolve({ url, interrupted: new LoginInterrupted('failed', problem, detail) })
    })
    page.on('render-process-gone', () => {
      resolve({ url: '', interrupted: new LoginInterrupted('failed', 'test-login.page-crashed') })
    })
  })
}
