import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { chromiumPath, openChromium } from '#test/support/serve-window/open-chromium.ts'
import { stepPlace } from '#test/support/serve-window/places.ts'
import { type ServedWindow, serveWindow } from '#test/support/serve-window/serve-window.ts'
import { violationsOn } from '#test/support/serve-window/violations.ts'
import { openWindow, type WindowPage } from '#test/support/serve-window/window-page.ts'

describe.skipIf(chromiumPath === undefined)('the window in Chromium (needs /usr/bin/chromium)', () => {
  let served: ServedWindow
  let browser: Browser
  let opened: WindowPage | undefined
  beforeAll(async () => {
    served = await serveWindow()
    browser = await openChromium()
  }, 120_000)
  afterEach(async () => {
    const closing = opened
    opened = undefined
    await closing?.close()
    expect(closing?.complaints ?? []).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })
  const open = async (scenario: string, place: string): Promise<Page> => {
    opened = await openWindow(browser, served, { scenario, place })
    return opened.page
  }

  test('the empty app leads to a connection with the practice identity provider', async () => {
    const page = await open('empty', '/')
    await page.getByRole('button', { name: 'Try it with the practice IdP' }).click()
    await page.getByText('This metadata can be used.').waitFor()
    await page.getByRole('link', { name: /Practice connection/ }).waitFor()
    await page.getByRole('link', { name: /Practice IdP Running/ }).waitFor()
  })

  test('what is no domain stays typed with its reason; a field that must be filled says so', async () => {
    const page = await open('empty', '/connections/new')
    const domains = page.getByRole('combobox', { name: 'E-mail domains' })
    await domains.fill('ada@customer.example')
    await domains.press('Enter')
    await page.getByText('Enter a domain such as example.com, without @ or https://.').waitFor()
    expect(await domains.inputValue()).toBe('ada@customer.example')
    await domains.fill('Customer.Example')
    await domains.press('Enter')
    await page.getByText('customer.example', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Create connection' }).click()
    await page.getByText('Enter a name.').waitFor()
    await page.getByLabel('Display name').fill('Globex')
    await page.getByRole('button', { name: 'Create connection' }).click()
    await page.getByRole('heading', { level: 1, name: 'Globex' }).waitFor()
  })

  test('an edit is kept when the step is left at once', async () => {
    const page = await open('intake', stepPlace('intake'))
    await page.getByLabel('Display name').fill('Initech')
    await page.getByRole('button', { name: /Claims/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Initech' }).waitFor()
  })

  test('refused metadata leaves the address in its field, with what happened and what to do', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    const field = page.getByRole('textbox', { name: 'Metadata URL' })
    await field.fill('https://idp.example/login')
    await page.getByRole('button', { name: 'Load metadata' }).click()
    const { what, remedy } = problem('metadata.html')
    await page.getByText(`${what} ${remedy}`).waitFor()
    expect(await field.inputValue()).toBe('https://idp.example/login')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  test.each([
    ['what changed', 'https://idp.example/rolled', /was replaced by Practice identity provider 2026/],
    ['that nothing did', 'https://idp.example/metadata', /^Nothing\./],
  ])('metadata that is loaded again says %s', async (_name, url, says) => {
    const page = await open('identity-provider', stepPlace('identity-provider'))
    await page.getByRole('button', { name: 'Load another' }).click()
    await page.getByRole('textbox', { name: 'Metadata URL' }).fill(url)
    await page.getByRole('button', { name: 'Load metadata' }).first().click()
    const changes = page.getByRole('region', { name: 'What changed' })
    await changes.getByText(says).waitFor()
    await changes.getByRole('button', { name: 'Dismiss what changed' }).click()
    await changes.waitFor({ state: 'detached' })
  })

  test.each([
    ['two files at once', [file(10), file(10)], 'drop.several'],
    ['a binary file', [file(10)], 'metadata.binary'],
  ] as const)('%s is turned away', async (_name, files, code) => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Metadata file' }).click()
    await page.locator('input[aria-label="Metadata file"]').setInputFiles([...files])
    await page.getByRole('alert').getByText(problem(code).what).waitFor()
  })

  test('a file larger than any one identity provider’s is read as a federation’s', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Metadata file' }).click()
    const federation = { ...file(MAXIMUM_DOCUMENT_BYTES + 1), name: 'federation.xml' }
    await page.locator('input[aria-label="Metadata file"]').setInputFiles(federation)
    await page.getByText('Choose the identity provider from federation.xml').waitFor()
  })

  test('a private key in the certificate’s box is told there, everything else is kept', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Enter by hand' }).click()
    await page.getByLabel('Sign-in URL').fill('https://idp.example/sso')
    await page.getByLabel('Certificate').fill('-----BEGIN PRIVATE KEY-----')
    await page.getByRole('button', { name: 'Use these values' }).click()
    await page.getByRole('alert').getByText(problem('certificate.private-key').what).waitFor()
    expect(await page.getByLabel('Certificate').inputValue()).toBe('')
    expect(await page.getByLabel('Sign-in URL').inputValue()).toBe('https://idp.example/sso')
  })

  test('a private key among pasted metadata is told aloud, and is gone from the box', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Paste metadata' }).click()
    const box = page.getByRole('textbox', { name: 'Metadata', exact: true })
    await box.fill('-----BEGIN RSA PRIVATE KEY-----')
    await page.getByRole('button', { name: 'Load metadata' }).last().click()
    await page.getByRole('alert').getByText(problem('metadata.private-key').what).waitFor()
    expect(await box.inputValue()).toBe('')
  })

  test('a certificate’s file in DER becomes text in its box', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Enter by hand' }).click()
    const chooser = page.getByLabel('PEM or DER file')
    const der = { name: 'idp.cer', mimeType: 'application/x-x509-ca-cert', buffer: Buffer.from([0x30, 0x82, 0, 1]) }
    await chooser.setInputFiles(der)
    await expect.poll(() => page.getByLabel('Certificate').inputValue()).toBe('MIIAAQ==')
  })

  test('where the keys need a passphrase it is asked for, and what was asked goes on', async () => {
    const page = await open('locked-secrets', stepPlace('service-provider'))
    await page.getByLabel('SP entity ID').fill('https://app.example')
    await page.getByLabel('ACS URL').fill('https://app.example/acs')
    await page.getByRole('button', { name: 'Generate key pair and metadata' }).click()
    const dialog = page.getByRole('dialog', { name: 'Set a passphrase' })
    await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse')
    await dialog.getByLabel('Passphrase again', { exact: true }).fill('battery staple')
    await dialog.getByRole('button', { name: 'Set passphrase' }).click()
    await dialog.getByText('The two are not the same.').waitFor()
    await dialog.getByLabel('Passphrase again', { exact: true }).fill('correct horse')
    await dialog.getByRole('button', { name: 'Set passphrase' }).click()
    await page.getByRole('heading', { name: 'Hand over' }).waitFor()
  })

  test('what is pasted is checked at once and never drawn in its box', async () => {
    const page = await open('ready', '/inspector')
    const paste = `(text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const box = document.querySelector('textarea')
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`
    await page.evaluate(`(${paste})('SAMLResponse=abc')`)
    const verdict = page.getByRole('status').getByText('The assertion has several Conditions elements.')
    await verdict.waitFor()
    await page.getByText('form field SAMLResponse').waitFor()
    await page.getByRole('link', { name: 'Certificates' }).click()
    await page.getByRole('link', { name: 'Inspector' }).click()
    await verdict.waitFor()
  })

  test('of a recording the faulty message is opened; another is chosen from the steps', async () => {
    const page = await open('ready', '/inspector')
    await page.getByRole('textbox', { name: 'Anything to check' }).fill('{"log"')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByText('Of 2 things found inside, one is faulty.').waitFor()
    const steps = page.getByRole('list', { name: 'Recorded steps' })
    expect(await steps.getByRole('listitem').count()).toBeLessThan(40)
    expect(await steps.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('240')
    await steps.getByRole('button', { name: 'SAML sign-in request' }).click()
    await page.getByRole('status').getByText('step 3').waitFor()
    expect(await violationsOn(page)).toEqual([])
  })

  test('a private key is told aloud and cannot be judged again', async () => {
    const page = await open('ready', '/inspector')
    await page.getByRole('textbox', { name: 'Anything to check' }).fill('-----BEGIN PRIVATE KEY-----')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('alert').getByText(problem('inspector.private-key').what).waitFor()
    expect(await page.getByLabel('Judge it as').count()).toBe(0)
  })

  test('metadata that was found goes into a connection', async () => {
    const page = await open('intake', '/inspector')
    await page.getByRole('textbox', { name: 'Anything to check' }).fill('<EntityDescriptor/>')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('button', { name: 'Use in a connection' }).click()
    await page.getByRole('menuitem', { name: 'Globex Corporation' }).click()
    await page.getByText('This metadata can be used.').waitFor()
  })

  test('a check that takes long shows it, and is stopped', async () => {
    const page = await open('ready', '/inspector')
    await page.getByRole('textbox', { name: 'Anything to check' }).fill('endless')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByText(/Looking through what was pasted/).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('alert').getByText(problem('inspector.stopped').what).waitFor()
    await page.getByRole('button', { name: 'Check something else' }).click()
    await page.getByRole('textbox', { name: 'Anything to check' }).waitFor()
  })

  test('a file dropped anywhere is loaded where one is wanted, and checked everywhere else', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    const drop = `(text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'dropped.xml'))
      const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector('main').dispatchEvent(event('dragover'))
      document.querySelector('main').dispatchEvent(event('drop'))
    }`
    await page.evaluate(`(${drop})('nonsense')`)
    await page.getByRole('alert').getByText(problem('metadata.not-metadata').what).waitFor()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await page.evaluate(`(${drop})('SAMLResponse')`)
    await page.getByText(/dropped\.xml ›/).waitFor()
  })

  test('of a federation one identity provider is found among thousands, and loaded', async () => {
    const page = await open('intake', stepPlace('identity-provider'))
    await page.getByRole('tab', { name: 'Paste metadata' }).click()
    await page.getByRole('textbox', { name: 'Metadata', exact: true }).fill('<EntitiesDescriptor/>')
    await page.getByRole('button', { name: 'Load metadata' }).last().click()
    await page.getByText('2,000 of 2,000 identity providers').waitFor()
    const list = page.getByRole('list', { name: 'Identity providers' })
    expect(await list.getByRole('listitem').count()).toBeLessThan(40)
    // Of rows that are scrolled out of the window axe cannot tell what stands behind them.
    await list.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Search' }).fill('coimbra 5')
    await page.getByText(/^\d+ of 2,000/).waitFor()
    await list.getByRole('button', { name: /Coimbra 54 / }).click()
    await page.getByText('This metadata can be used.').waitFor()
  })

  test('a test login grows its timeline, can be stopped, and says so', async () => {
    const page = await open('login-running', stepPlace('test-login'))
    await page.getByRole('button', { name: 'Run test login' }).click()
    await page.getByText('The sign-in page was shown.').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('status').getByText(problem('test-login.stopped').what).waitFor()
  })

  test('a verdict is heard, and its root cause is marked in the message', async () => {
    const page = await open('wrong-audience', stepPlace('test-login'))
    await page.getByRole('status').getByText('The assertion was issued for another application.').waitFor()
    const source = page.getByRole('textbox', { name: 'Response' })
    const place = source.locator('[class*=place]')
    expect((await place.allInnerTexts()).join('')).toBe('<saml:Audience>')
    await page.getByText('As received').click()
    await place.first().waitFor()
    expect((await place.allInnerTexts()).join('')).toBe('<saml:Audience>')
    await page.getByRole('button', { name: /The e-mail address did not arrive/ }).click()
    await expect.poll(async () => (await place.allInnerTexts()).join('')).toBe('<saml:AttributeStatement>')
  })

  test('the side that differs is marked among the four, and what agrees everywhere stays folded', async () => {
    const page = await open('wrong-audience', stepPlace('test-login'))
    await page.getByText('Not the same everywhere: SP entity ID.').waitFor()
    const row = page.getByRole('region', { name: 'SP entity ID' })
    expect(await row.locator('mark').allInnerTexts()).toEqual(['m', 'rn'])
    await opened?.close()
    const agreeing = await open('passed', stepPlace('test-login'))
    await agreeing.getByText('the same wherever they are said.').waitFor()
    expect(await agreeing.getByRole('region', { name: 'Issuer', exact: true }).count()).toBe(0)
  })

  test('an older run is shown when it is chosen, and called older', async () => {
    const page = await open('wrong-audience', stepPlace('test-login'))
    await page
      .getByRole('row', { name: /Accepted/ })
      .getByRole('button')
      .click()
    await page.getByText('Older run').waitFor()
    await page.getByRole('status').getByText('Signed in as').waitFor()
  })

  test('a mistake is found by what it does, and switched on', async () => {
    const page = await open('ready', '/practice-idp')
    await page.getByRole('searchbox', { name: 'Find a mistake' }).fill('onmicrosoft')
    await page.getByRole('switch', { name: 'User name for e-mail' }).check()
    expect(await page.getByRole('switch').count()).toBe(1)
    await page.getByText('1 is on').waitFor()
    await page.getByRole('searchbox', { name: 'Find a mistake' }).fill('')
    await page.getByRole('switch', { name: /^User name for e-mail/, checked: true }).waitFor()
  })

  test('an exercise is answered, told, and begun again', async () => {
    const page = await open('ready', '/practice-idp')
    await page.getByRole('button', { name: 'Begin an exercise' }).click()
    const answer = page.getByRole('button', { name: 'Answer' })
    expect(await answer.isDisabled()).toBe(true)
    await page.getByRole('radio', { name: /Signs neither/ }).check()
    await answer.click()
    await page.getByRole('status').getByText('No, it was: wrong recipient.').waitFor()
    await page.getByRole('button', { name: 'Another exercise' }).click()
    await page.getByRole('radio', { name: /Means the assertion/ }).check()
    await answer.click()
    await page.getByRole('status').getByText('Right: wrong recipient.').waitFor()
  })

  test('a removed connection comes back by Undo', async () => {
    const page = await open('ready', stepPlace('intake'))
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Remove connection' }).click()
    await page.getByRole('button', { name: 'Try it with the practice IdP' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: /Globex Corporation/ }).waitFor()
  })

  test('keys that are lost are said everywhere, with the way to new ones', async () => {
    const page = await open('empty-with-problem', '/')
    await page.getByRole('alert').getByText(problem('secrets.lost').what).waitFor()
    await page.getByRole('link', { name: 'Open settings' }).click()
    await page.getByRole('button', { name: 'Begin with new keys' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Begin with new keys' }).click()
    await page.getByText('No passphrase yet').waitFor()
  })

  test('an address that names no place leaves the window standing', async () => {
    const page = await open('ready', '/connections/nobody/intake')
    await page.getByRole('link', { name: 'Go to the start' }).click()
    await page.getByRole('heading', { level: 1, name: 'Globex Corporation' }).waitFor()
    expect(opened?.complaints.join()).toContain('PathParamError')
    await opened?.close()
    opened = undefined
  })

  test('the keyboard reaches content first, and every place by the palette', async () => {
    const page = await open('many', stepPlace('intake', 11))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find anything' }).fill('Umbrella 2')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Umbrella 2' }).waitFor()
  })

  test('a draft is tested, published and enabled, in this order only', async () => {
    const page = await open('draft', stepPlace('publish'))
    const publish = page.getByRole('button', { name: 'Publish tested configuration' })
    expect(await publish.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Register at the practice IdP' }).click()
    await page.getByText('The practice IdP knows this entity ID.').waitFor()
    await page.getByRole('button', { name: 'Run test login' }).click()
    await page.getByText('The same, and accepted').waitFor()
    await publish.click()
    const enable = page.getByRole('switch', { name: /Enable for customer.example/ })
    await enable.check()
    await page.getByRole('link', { name: /Globex Corporation Enabled/ }).waitFor()
  })
})

function file(bytes: number) {
  return { name: 'metadata.xml', mimeType: 'text/xml', buffer: Buffer.alloc(bytes) }
}
