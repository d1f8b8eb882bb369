import { expect, type Locator, type Page } from '@playwright/test'
import { type Claimcheck, pageAt } from '../electron/claimcheck.ts'

export interface IntakeEntries {
  readonly provider: string
  readonly displayName: string
  readonly applicationOwner: string
  readonly domain: string
}

type Step = 'Intake' | 'Identity provider' | 'Service provider' | 'Test login' | 'Claims' | 'Publish'

/** The main window as a person uses it: by its labels, in their order, nothing behind the scenes. */
export class Workbench {
  readonly app: Claimcheck
  readonly window: Page
  readonly main: Locator

  constructor(app: Claimcheck) {
    this.app = app
    this.window = app.window
    this.main = app.window.locator('main')
  }

  readonly button = (name: string | RegExp): Locator => this.main.getByRole('button', { name })

  async goTo(place: 'Certificates' | 'Practice IdP' | 'Tenant' | 'Settings'): Promise<void> {
    await this.window.getByRole('navigation', { name: 'Places' }).getByText(place, { exact: true }).click()
  }

  async openConnection(displayName: string): Promise<void> {
    await this.window.getByRole('navigation', { name: 'Connections' }).getByText(displayName).click()
  }

  async openStep(step: Step): Promise<void> {
    await this.main
      .getByRole('button', { name: new RegExp(`${step}\\b`) })
      .first()
      .click()
  }

  /** The state a step shows, such as `Done`. */
  async stepState(step: Step): Promise<string> {
    const text = await this.main
      .getByRole('button', { name: new RegExp(`${step}\\b`) })
      .first()
      .innerText()
    return text.split('\n').at(-1)?.trim() ?? ''
  }

  async startPracticeIdp(): Promise<void> {
    await this.goTo('Practice IdP')
    await this.button('Start the practice IdP').click()
    await expect(this.main.getByText('Metadata URL').first()).toBeVisible({ timeout: 20_000 })
  }

  /** The first private key asks for a passphrase where the computer has no keychain. */
  async startTenant(passphrase: string): Promise<void> {
    await this.goTo('Tenant')
    await this.button('Start the tenant backend').click()
    await this.setPassphrase(passphrase)
    await expect(this.main.getByText('Example organisation')).toBeVisible({ timeout: 20_000 })
  }

  async setPassphrase(passphrase: string): Promise<void> {
    const dialog = this.window.getByRole('dialog', { name: 'Set a passphrase' })
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await dialog.getByLabel('Passphrase again').fill(passphrase)
    await dialog.getByRole('button', { name: 'Set passphrase' }).click()
    await expect(dialog).toBeHidden()
  }

  async createConnection(
    { provider, displayName, applicationOwner, domain }: IntakeEntries,
    protocol: 'SAML' | 'OpenID Connect' = 'SAML',
  ): Promise<void> {
    await this.window.getByLabel('New connection').first().click()
    if (protocol !== 'SAML') await this.main.getByText(protocol, { exact: true }).click()
    await this.main.getByText(provider, { exact: true }).click()
    await this.main.getByLabel('Display name').fill(displayName)
    await this.main.getByLabel('Application owner').fill(applicationOwner)
    await this.main.getByRole('combobox', { name: 'E-mail domains' }).fill(domain)
    await this.window.keyboard.press('Enter')
    await this.button('Create connection').click()
    await expect(this.main.getByRole('heading', { name: displayName })).toBeVisible()
  }

  async loadMetadataUrl(url: string): Promise<void> {
    await this.openStep('Identity provider')
    await this.main.getByRole('textbox', { name: 'Metadata URL' }).fill(url)
    await this.button('Load metadata').click()
  }

  async generateServiceProvider(entityId: string, acsUrl: string): Promise<void> {
    await this.openStep('Service provider')
    await this.main.getByLabel('SP entity ID').fill(entityId)
    await this.main.getByLabel('ACS URL').fill(acsUrl)
    await this.button(/^Generate/).click()
    await expect(this.main.getByRole('heading', { name: 'Hand over' })).toBeVisible({ timeout: 20_000 })
  }

  async registerAtPracticeIdp(): Promise<void> {
    await this.button('Register at the practice IdP').click()
    await expect(this.button('Register again at the practice IdP')).toBeVisible()
  }

  /** Presses the button and gives the login window's foreign page once it shows the identity provider. */
  async startTestLogin(idpUrl: string): Promise<Page> {
    await this.button(/^Run test login/)
      .first()
      .click()
    return pageAt(this.app.electron, (url) => url.startsWith(idpUrl), this.app.output)
  }

  /** The verdict's word and sentence. */
  readonly verdict = (): Locator => this.main.locator('[role=status][aria-atomic]').first()

  async setFault(title: string, on: boolean): Promise<void> {
    await this.goTo('Practice IdP')
    await this.main.getByRole('searchbox', { name: 'Find a mistake' }).fill(title)
    const fault = this.main.getByRole('switch', { name: new RegExp(`^${title} `) })
    if ((await fault.isChecked()) !== on) await fault.click()
    await expect(fault).toBeChecked({ checked: on })
  }

  /** A part of the page, by its heading. */
  readonly section = (title: string): Locator =>
    this.main.locator('section').filter({ has: this.window.getByRole('heading', { name: title, exact: true }) })

  async showSection(title: string): Promise<void> {
    await this.section(title).scrollIntoViewIfNeeded()
  }

  /** The value that stands beside a name. */
  async value(name: string): Promise<string> {
    const term = this.main.getByRole('term').filter({ has: this.window.getByText(name, { exact: true }) })
    return (await term.locator('xpath=following-sibling::dd').locator('code').first().innerText()).trim()
  }

  async darken(): Promise<void> {
    await this.window.keyboard.press('Control+K')
    await this.window.keyboard.type('Use dark colours')
    await this.window.keyboard.press('Enter')
    // It fades away, and a picture would show it half gone.
    await expect(this.window.locator('.mantine-Spotlight-content')).toHaveCount(0)
  }
}
