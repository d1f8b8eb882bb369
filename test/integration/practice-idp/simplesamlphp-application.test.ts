import { describe, expect, test } from 'vitest'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { formsIn, type VisitedPage } from '#test/support/net/cookie-browser.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'
import { hasSimpleSamlPhp, runSimpleSamlPhpApplication } from '#test/support/simplesamlphp/run-simplesamlphp.ts'
import { simpleSamlPhpBrowser } from '#test/support/simplesamlphp/sign-in.ts'

/** The practice identity provider serves an application written by other people in another language. */
async function run() {
  // SimpleSAMLphp reads the clock itself.
  const { idp } = await runPracticeIdp({ clock: () => new Date(), signing: undefined }, null)
  const { certificate } = idp.signing
  const application = await runSimpleSamlPhpApplication({
    entityId: idp.entityId,
    ssoUrl: `${idp.url}/sso`,
    certificate,
  })
  idp.registerServiceProvider(await application.metadata())
  const browser = simpleSamlPhpBrowser()
  const signIn = async (...faults: FaultId[]): Promise<VisitedPage> => {
    idp.setFaults(faults)
    const asked = await browser.get(application.startUrl)
    const answer = await browser.post(asked.url, { use: 'mira' })
    const form = formsIn(answer).find(({ fields }) => 'SAMLResponse' in fields)
    if (form === undefined) throw new Error(`no response on ${answer.url}:\n${answer.text}`)
    return browser.post(form.action, form.fields)
  }
  return { signIn }
}

describe.skipIf(!hasSimpleSamlPhp)('SimpleSAMLphp as the application (needs simplesamlphp and php)', () => {
  test('lets a practice person in, with every attribute', async () => {
    const page = await (await run()).signIn()
    for (const value of ['mira.okafor@example.com', 'Mira', 'Okafor', 'it-admins']) expect(page.text).toContain(value)
  })

  test.each([
    ['wrong-audience', /not valid for SP|audience/i],
    ['wrong-recipient', /Recipient/],
    ['unsigned-response', /signed/i],
    ['other-key', /signature|validate/i],
    ['changed-on-the-way', /signature|validate|digest/i],
    ['user-not-assigned', /RequestDenied|Responder/],
  ] satisfies [FaultId, RegExp][])('refuses %s', async (fault, words) => {
    const page = await (await run()).signIn(fault)
    expect(page.text).not.toContain('it-admins')
    expect(page.text).toMatch(words)
  })
})
