import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { chromiumPath, openChromium } from '#test/support/serve-window/open-chromium.ts'
import { stepPlace } from '#test/support/serve-window/places.ts'
import { type ServedWindow, serveWindow } from '#test/support/serve-window/serve-window.ts'
import { openWindow, type WindowPage } from '#test/support/serve-window/window-page.ts'

describe.skipIf(chromiumPath === undefined)('the tenant in Chromium (needs /usr/bin/chromium)', () => {
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
  const row = (page: Page, table: string, text: string) =>
    page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text })

  test('a backend elsewhere is connected to; a key that is refused is said at its field and nothing is lost', async () => {
    const page = await open('empty', '/tenant')
    await page.getByRole('button', { name: 'Connect to a backend elsewhere' }).click()
    await page.getByLabel('Address').fill('https://sso.customer.example')
    await page.getByLabel(/^API key/).fill('wrong key')
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText(problem('tenant.key-refused').what).waitFor()
    expect(await page.getByLabel('Address').inputValue()).toBe('https://sso.customer.example')
    await page.getByLabel(/^API key/).fill('right key')
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText('on the backend at https://sso.customer.example').waitFor()
    await page.getByRole('link', { name: /Tenant Connected/ }).waitFor()
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByRole('button', { name: 'Use the backend on this computer' }).click()
    await page.getByText('The tenant backend is not running').waitFor()
  })

  test('a licence file is handed in, chosen or pasted; one that is refused stays to be mended', async () => {
    const page = await open('tenant-unlicensed', '/tenant/overview')
    await page.getByText('There is no licence').waitFor()
    const field = page.getByLabel('Licence file', { exact: true })
    const handIn = page.getByRole('button', { name: 'Hand in licence' })
    expect(await handIn.isDisabled()).toBe(true)
    await field.fill('{"plan":"enterprise"}')
    await handIn.click()
    await page.getByText(/is not a licence file that the operator signed, or was changed/).waitFor()
    expect(await field.inputValue()).toBe('{"plan":"enterprise"}')
    const chooser = page.getByLabel('Licence file to read')
    await chooser.setInputFiles(fileOf('x'.repeat(10_001)))
    await page.getByText(/far longer than a licence file/).waitFor()
    expect(await handIn.isDisabled()).toBe(true)
    await chooser.setInputFiles(fileOf('{"plan":"enterprise","signature":"c2ln"}'))
    await expect.poll(() => field.inputValue()).toContain('c2ln')
    await handIn.click()
    await page.getByText('Licence handed in').waitFor()
    await page.getByText('Active', { exact: true }).waitFor()
    expect(await field.inputValue()).toBe('')
  })

  test('a member is deactivated and put back by Undo; a refusal is told', async () => {
    const page = await open('tenant', '/tenant/members')
    const ada = row(page, 'Members', 'ada@customer.example')
    await ada.getByRole('button', { name: /More about/ }).click()
    await page.getByRole('menuitem', { name: 'Deactivate' }).click()
    await ada.getByText('Deactivated').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await ada.getByText('Active', { exact: true }).waitFor()
    const owner = row(page, 'Members', 'owner@customer.example')
    await owner.getByRole('button', { name: /More about/ }).click()
    await page.getByRole('menuitem', { name: 'Deactivate' }).click()
    await page.getByText(/This is the last active owner/).waitFor()
  })

  test('a removal is asked about first, and the person can be invited again', async () => {
    const page = await open('tenant', '/tenant/members')
    const ada = row(page, 'Members', 'ada@customer.example')
    await ada.getByRole('button', { name: /More about/ }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove member' }).click()
    await ada.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Invite again' }).click()
    await row(page, 'Invitations', 'ada@customer.example').getByText('Waiting').waitFor()
  })

  test('an invitation’s link is shown once, masked, and copied', async () => {
    const page = await open('tenant', '/tenant/members')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByLabel('E-mail address', { exact: true }).fill('edsger@customer.example')
    await page.getByRole('button', { name: 'Make invitation' }).click()
    await page.getByText('Invitation made: send this link to them').waitFor()
    expect(await page.getByText('/invitations/').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy invitation link' }).click()
    await page.getByRole('status').getByText('invitation link copied').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Show invitation link' }).click()
    await page.getByText('/invitations/').waitFor()
  })

  test('a long list comes page by page', async () => {
    const page = await open('tenant-many', '/tenant/members')
    await page.getByText('50 of 80').waitFor()
    expect(await page.getByRole('table', { name: 'Members' }).getByRole('row').count()).toBe(51)
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText('80 of 80').waitFor()
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
  })

  test('who would be locked out is said before it is switched on, and asked about', async () => {
    const page = await open('tenant-lock-out', '/tenant/enforcement')
    await page.getByText('2 members of 2 would be locked out.').waitFor()
    await page.getByText('No owner could sign in: only an API key could switch it off again.').waitFor()
    await page.getByRole('button', { name: 'Enforce single sign-on' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lock out 2 members?' })
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Single sign-on is not enforced').waitFor()
    await page.getByRole('button', { name: 'Enforce single sign-on' }).click()
    await dialog.getByRole('button', { name: 'Enforce and lock them out' }).click()
    await page.getByRole('heading', { name: 'Single sign-on is enforced' }).waitFor()
    await page.getByRole('button', { name: 'Stop enforcing' }).click()
    await page.getByText('Single sign-on is not enforced').waitFor()
  })

  test('what the rules want proven is gone over with a reason only', async () => {
    const page = await open('tenant', '/tenant/policy')
    await page.getByRole('switch', { name: 'Enforce only after a pilot' }).click()
    await page.getByRole('tab', { name: 'Enforcement' }).click()
    await page.getByText('All 2 members could still sign in.').waitFor()
    await page.getByRole('button', { name: 'Enforce single sign-on' }).click()
    const anyway = page.getByRole('button', { name: 'Enforce without this proof' })
    await anyway.waitFor()
    expect(await anyway.isDisabled()).toBe(true)
    await page.getByLabel('Reason to go on without it').fill('The pilot signs in tonight')
    await anyway.click()
    await page.getByRole('heading', { name: 'Single sign-on is enforced' }).waitFor()
  })

  test('an outage window counts down, and is closed', async () => {
    const page = await open('tenant', '/tenant/enforcement')
    await page.getByLabel('Reason').fill('Identity provider is down')
    await page.getByRole('button', { name: 'Open outage window' }).click()
    await page.getByText('Open. Closes in 1 h 0 min').waitFor()
    await page.clock.setFixedTime(new Date('2026-11-22T08:59:00.000Z'))
    await page.getByText('Open. Closes in 1:30').waitFor()
    await page.getByRole('button', { name: 'Close now' }).click()
    await page.getByRole('button', { name: 'Open outage window' }).waitFor()
  })

  test('settings are saved as they are changed', async () => {
    const page = await open('tenant', '/tenant/policy')
    const jit = page.getByRole('switch', { name: 'Make an account at the first sign-in' })
    await jit.click()
    expect(await jit.isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Add group' }).click()
    const save = page.getByRole('button', { name: 'Save groups' })
    expect(await save.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'Group 2' }).fill('engineering')
    await save.click()
    await page.getByRole('tab', { name: 'Overview' }).click()
    await page.getByRole('tab', { name: 'Sign-in rules' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Group 2' }).inputValue()).toBe('engineering')
    expect(await jit.isChecked()).toBe(false)
  })

  test('a domain’s record is copied and looked for; what is no domain is named', async () => {
    const page = await open('tenant', '/tenant/domains')
    await page.getByRole('button', { name: 'Copy value for customer.example' }).click()
    await page.getByRole('button', { name: 'Look for it now: customer.example' }).click()
    await expect.poll(() => page.getByText('Proven', { exact: true }).count()).toBe(2)
    const allowed = page.getByRole('combobox', { name: 'Allowed domains' })
    await allowed.fill('not a domain!')
    await allowed.press('Enter')
    expect(await page.getByRole('button', { name: 'Save allowed domains' }).isDisabled()).toBe(true)
    await page.getByLabel('Domain to check').fill('gmail.com')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByText('Cannot be claimed').waitFor()
  })

  test('an API key is shown once; the app’s own cannot be revoked, another is asked about', async () => {
    const page = await open('tenant', '/tenant/api-keys')
    expect(await row(page, 'API keys', 'Used by this app').getByRole('button').count()).toBe(0)
    await page.getByRole('button', { name: 'New API key' }).click()
    await page.getByLabel('Name').fill('Nightly')
    await page.getByRole('button', { name: 'Make API key' }).click()
    await page.getByText('API key made').waitFor()
    await row(page, 'API keys', 'Nightly').getByText('in 2 months').waitFor()
    await page.getByRole('button', { name: 'Hide API key' }).last().click()
    await page.getByText('API key made').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Revoke Nightly' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke API key' }).click()
    await row(page, 'API keys', 'Nightly').getByText('Revoked').waitFor()
  })

  test('the audit log says what changed, checks its chain, is narrowed and exported', async () => {
    const page = await open('tenant', '/tenant/audit')
    await page.getByRole('button', { name: 'Details of entry 4' }).click()
    const changed = page.getByRole('row').filter({ hasText: 'config.idpSsoUrl' }).last()
    await changed.getByText('https://idp.customer.example/sso2').waitFor()
    await page.getByRole('button', { name: 'Check the chain' }).click()
    await page.getByText('The chain holds through all 4 entries.').waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByText(/Exported to .*\.jsonl/).waitFor()
    await page.getByRole('combobox', { name: 'Only this action' }).click()
    await page.getByRole('option', { name: 'Draft published' }).click()
    await expect.poll(() => page.getByRole('table', { name: 'Audit log' }).getByRole('row').count()).toBe(2)
    await page.getByRole('textbox', { name: 'Number of a sign-in' }).fill('att_7')
    await page.getByText(/A number begins with att_/).waitFor()
  })

  test('a mail in the outbox is read, its link masked and copied', async () => {
    const page = await open('tenant', '/tenant/outbox')
    await page.getByRole('button', { name: 'Show text' }).click()
    await page.getByText('Accept the invitation:').waitFor()
    expect(await page.getByText('/invitations/').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByRole('button', { name: 'Show link' }).click()
    await page.getByText('/invitations/').waitFor()
  })

  test('a setup link is made, masked, copied and revoked; the one before works no more', async () => {
    const page = await open('tenant', '/tenant/setup-link')
    await page.getByText('Okta').waitFor()
    await page.getByText('Rejected').waitFor()
    await page.getByRole('button', { name: 'Make a new setup link' }).click()
    await page.getByText('Setup link made').waitFor()
    expect(await page.getByText('/setup/').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy setup link' }).click()
    await page.getByRole('button', { name: 'Show setup link' }).click()
    await page.getByText('/setup/').waitFor()
    await page.getByRole('button', { name: 'Revoke setup link' }).click()
    await page.getByText('Revoked', { exact: true }).waitFor()
    expect(await page.getByText('/setup/').count()).toBe(0)
    await page.getByRole('combobox', { name: 'E-mail domains of the connection' }).fill('nodomain')
    await page.keyboard.press('Enter')
    await page.getByText(/^nodomain: /).waitFor()
    expect(await page.getByRole('button', { name: 'Make setup link' }).isDisabled()).toBe(true)
  })

  test('a backend that cannot be reached is said, and read again when asked', async () => {
    const page = await open('tenant-offline', '/tenant/sessions')
    await page.getByRole('alert').getByText(problem('tenant.unreachable').remedy).waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('alert').waitFor()
  })

  test('a change is compared with what is live, tested, published, and undone', async () => {
    const page = await open('change-tested', stepPlace('publish'))
    const values = page.getByRole('table')
    const changed = values.getByRole('row').filter({ hasText: 'Sign-in URL' })
    await changed.locator('mark').getByText('2').waitFor()
    expect(await values.getByRole('row').count()).toBe(4)
    await page.getByRole('button', { name: 'Show all 12 values' }).click()
    expect(await values.getByRole('row').count()).toBe(13)
    await page.getByRole('button', { name: 'Publish tested change' }).click()
    await page.getByText('What is live was tested').waitFor()
    await page.getByRole('button', { name: 'Compare with before' }).click()
    await page.getByRole('columnheader', { name: 'Before' }).waitFor()
    await page.getByRole('button', { name: 'Undo this change' }).click()
    await page.getByText('A tested change is not live yet').waitFor()
  })

  test('what was not tested is neither published nor gone back to without a reason', async () => {
    const page = await open('change-untested', stepPlace('publish'))
    await page.getByRole('button', { name: 'Run test login' }).waitFor()
    expect(await page.getByRole('button', { name: 'Publish tested change' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Undo this change' }).click()
    const anyway = page.getByRole('button', { name: 'Undo without a test' })
    await anyway.waitFor()
    expect(await anyway.isDisabled()).toBe(true)
    await page.getByLabel('Reason to go back without a test').fill('The old domain is needed')
    await anyway.click()
    await page.getByRole('table').getByText('old.customer.example').first().waitFor()
  })
})

const fileOf = (text: string) => ({ name: 'licence.json', mimeType: 'application/json', buffer: Buffer.from(text) })
