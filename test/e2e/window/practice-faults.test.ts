import { expect, type Page, test } from '@playwright/test'
import { launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { practiceConnection, signInAs } from '#test/support/electron/practice-connection.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

const person = { username: 'mira', password: 'mira-practice' }

/** Each by its switch, and the first line that it must lead to. */
const faults = [
  ['Wrong audience', 'The assertion was issued for another application.'],
  ['Clock 4 minutes ahead', "The identity provider's clock is ahead of ours."],
  ['Another key', 'The signature was made with a key we do not know.'],
  ['Forged assertion in front', 'The response carries more than one assertion.'],
  ['E-mail address missing', 'The e-mail address did not arrive.'],
] as const

test('five mistakes by their switches, each named in the first line of the verdict; then an error page', async () => {
  test.setTimeout(240_000)
  const app = await launchClaimcheck()
  const bench = new Workbench(app)
  try {
    const { connection, idp } = await practiceConnection(app)
    const { displayName } = connection.intake
    const begin = async (): Promise<Page> => {
      await bench.openConnection(displayName)
      await bench.openStep('Test login')
      return bench.startTestLogin(idp.url)
    }
    for (const [name, firstLine] of faults) {
      await bench.setFault(name, true)
      await signInAs(await begin(), person)
      await expect(bench.verdict()).toContainText(firstLine)
      await bench.setFault(name, false)
    }

    await bench.setFault('Error page', true)
    const page = await begin()
    await page.getByLabel('User name').fill(person.username)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'You cannot open this application.' })).toBeVisible()
    await app.electron.evaluate(({ BaseWindow }) => {
      for (const window of BaseWindow.getAllWindows()) if (window.getTitle() === 'Test login') window.close()
    })
    await expect(bench.main.getByText('The identity provider showed an error page').first()).toBeVisible()
  } finally {
    await app.close()
  }
})
