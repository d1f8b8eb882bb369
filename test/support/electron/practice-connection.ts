import type { Page } from '@playwright/test'
import type { Connection } from '#shared/model/connection.ts'
import type { PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import { anIntake } from '../model/an-intake.ts'
import { type Claimcheck, pageAt } from './claimcheck.ts'
import { clickAndLeave } from './click-and-leave.ts'

/** An application that exists nowhere: its host is reserved (RFC 2606) and does not resolve. */
export const production = {
  entityId: 'https://app.customer.example/saml/metadata',
  acsUrl: 'https://app.customer.example/saml/acs',
  signOutUrl: '',
}

export const passphrase = 'correct horse battery'

export interface PracticeConnection {
  readonly connection: Connection
  readonly idp: Extract<PracticeIdpStatus, { state: 'running' }>
}

/** A connection to the practice identity provider, both sides made and registered: ready for a test login. */
export async function practiceConnection({ ask }: Claimcheck): Promise<PracticeConnection> {
  await ask('app', 'unlockSecrets', { passphrase })
  const idp = await ask('practiceIdp', 'start')
  if (idp.state !== 'running') throw new Error('the practice identity provider did not start')
  const { id: connectionId } = await ask('connections', 'create', { intake: anIntake({ domains: ['example.com'] }) })
  await ask('identityProvider', 'loadUrl', { connectionId, url: idp.metadataUrl })
  const connection = await ask('serviceProvider', 'generate', { connectionId, ...production })
  await ask('serviceProvider', 'registerAtPracticeIdp', { connectionId, target: 'application' })
  return { connection, idp }
}

/** The two views of the login window: our bar, and the foreign page below it. */
export async function loginWindow(
  { electron, output }: Claimcheck,
  origin: string,
): Promise<{ bar: Page; page: Page }> {
  const page = await pageAt(electron, (url) => url.startsWith(`${origin}/`), output)
  const bar = await pageAt(electron, (url) => url === 'app://claimcheck/login-bar/index.html', output)
  return { bar, page }
}

/** Signs somebody in at the practice identity provider, by typing. */
export async function signInAs(
  page: Page,
  { username, password }: { username: string; password: string },
): Promise<void> {
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password').fill(password)
  await clickAndLeave(page.getByRole('button', { name: 'Sign in', exact: true }))
}
