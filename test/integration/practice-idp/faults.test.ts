import { describe, expect, test } from 'vitest'
import { allFaults } from '#main/practice-idp/faults/fault-table.ts'
import { faultCodes } from '#shared/findings/catalogue.ts'
import { FaultId } from '#shared/model/practice-idp.ts'
import { beginLogin, judgePosted, postedBy, runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'
import { gist } from '#test/support/saml/judging.ts'
import { verifyAllIn } from '#test/support/xml/verify-in.ts'

test('every fault is in the table once, under its own name', () => {
  expect(allFaults.map(({ id }) => id)).toEqual(FaultId.options)
})

describe.each(allFaults)('$id', ({ id, name, finding }) => {
  test('is the only thing wrong with the response', async () => {
    const running = await runPracticeIdp()
    running.idp.setFaults([id])
    const answer = await running.browser.post((await beginLogin(running)).url, { use: 'mira' })
    expect(gist(judgePosted(running, answer))).toMatchObject({ rootCauses: [finding], warnings: [] })
  })

  test('is told on the sign-in page, and over when it is switched off', async () => {
    const running = await runPracticeIdp()
    running.idp.setFaults([id])
    const page = await beginLogin(running)
    expect(page.text).toContain(`Switched on: ${name}.`)
    running.idp.setFaults([])
    expect(gist(judgePosted(running, await running.browser.post(page.url, { use: 'mira' }))).verdict).toBe('accepted')
  })
})

test('what the response says, without any judge of ours', async () => {
  const running = await runPracticeIdp()
  const said = async (id: FaultId) => {
    running.idp.setFaults([id])
    return postedBy(await running.browser.post((await beginLogin(running, { forceAuthn: true })).url, { use: 'mira' }))
      .xml
  }
  expect(await said('wrong-audience')).toContain('<saml:Audience>urn:example:another-application</saml:Audience>')
  const expired = await said('expired-response')
  expect(expired).toMatch(
    /<saml:Conditions NotBefore="2026-11-22T06:59:30.000Z" NotOnOrAfter="2026-11-22T07:05:00.000Z"/,
  )
  expect(verifyAllIn(expired, running.idp.signing.certificate.x509.publicKey)).toHaveLength(2)
  expect(await said('unsigned-response')).not.toContain('Signature')
})

test('several at once, each found by itself', async () => {
  const running = await runPracticeIdp()
  running.idp.setFaults(['expired-response', 'wrong-audience'])
  const answer = await running.browser.post((await beginLogin(running)).url, { use: 'mira' })
  const { rootCauses } = gist(judgePosted(running, answer))
  expect(rootCauses.toSorted()).toEqual(['saml.audience.mismatch', 'saml.not-on-or-after.expired'])
})

test('switched on the page by a person', async () => {
  const running = await runPracticeIdp()
  const { idp, browser, events } = running
  const page = await browser.post(`${idp.url}/faults`, [
    ['fault', 'wrong-audience'],
    ['fault', 'unsigned-response'],
  ])
  expect([...page.text.matchAll(/id="([a-z-]+)" name="fault" value="[^"]*" checked/g)].map(([, id]) => id)).toEqual([
    'wrong-audience',
    'unsigned-response',
  ])
  expect(idp.status()).toMatchObject({ faults: ['wrong-audience', 'unsigned-response'] })
  await browser.post(`${idp.url}/faults`, { fault: 'expired-response' })
  expect(idp.status()).toMatchObject({ faults: ['expired-response'] })
  await browser.post(`${idp.url}/faults`, {})
  expect(idp.status()).toMatchObject({ faults: [] })
  expect(events.filter(({ kind }) => kind === 'faults-changed')).toHaveLength(3)
  expect((await browser.post(`${idp.url}/faults`, { fault: 'no-such-fault' })).status).toBe(415)
})

test('every fault names a finding of the catalogue', () => {
  const known: readonly string[] = faultCodes
  expect(allFaults.map(({ finding }) => finding).filter((finding) => !known.includes(finding))).toEqual([])
})
