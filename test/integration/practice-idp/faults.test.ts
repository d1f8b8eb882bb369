import { expect, test } from 'vitest'
import { whatIf } from '#main/checks/what-if/what-if.ts'
import { makeExercise } from '#main/practice-idp/faults/make-exercise.ts'
import { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import {
  beginLogin,
  contextOf,
  judgePosted,
  postedBy,
  runPracticeIdp,
} from '#test/support/practice-idp/running-practice-idp.ts'
import { gist } from '#test/support/saml/judging.ts'
import { verifyAllIn } from '#test/support/xml/verify-in.ts'

test('a fault is told on the sign-in page, and over when it is switched off', async () => {
  const running = await runPracticeIdp()
  running.idp.setFaults(['wrong-audience', 'other-key'])
  const page = await beginLogin(running)
  expect(page.text).toContain('Switched on: Wrong audience, Another key.')
  running.idp.setFaults([])
  expect(gist(judgePosted(running, await running.browser.post(page.url, { use: 'mira' }))).verdict).toBe('accepted')
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
    /<saml:Conditions NotBefore="2026-11-22T07:53:00.000Z" NotOnOrAfter="2026-11-22T07:58:00.000Z"/,
  )
  expect(verifyAllIn(expired, running.idp.signing.certificate.x509.publicKey)).toHaveLength(2)
  expect(await said('unsigned-response')).not.toContain('Signature')
  expect(await said('sha-1-signature')).toContain('xmldsig#rsa-sha1')
  expect(await said('encrypted-to-old-key')).not.toContain('mira')
  expect(await said('comment-in-name')).toContain('>mira.okafor@example<!-- -->.com</saml:NameID>')
  expect(await said('forged-around')).toMatch(/admin@example\.com.*mira\.okafor@example\.com/s)
})

test('several at once, each found by itself', async () => {
  const running = await runPracticeIdp()
  running.idp.setFaults(['expired-response', 'wrong-audience'])
  const answer = await running.browser.post((await beginLogin(running)).url, { use: 'mira' })
  const { rootCauses } = gist(judgePosted(running, answer))
  expect(rootCauses.toSorted()).toEqual(['saml.audience.mismatch', 'saml.not-on-or-after.expired'])
})

test('all of them at once still make an answer', async () => {
  const running = await runPracticeIdp()
  running.idp.setFaults(FaultId.options.filter((id) => id !== 'error-page'))
  const answer = await running.browser.post((await beginLogin(running)).url, { use: 'mira' })
  expect(gist(judgePosted(running, answer)).rootCauses).toContain('saml.status.not-success')
})

test('a slip spoils one login and is over then', async () => {
  const running = await runPracticeIdp()
  running.idp.setFaults(['wrong-in-response-to', 'wrong-audience'])
  await running.browser.post((await beginLogin(running)).url, { use: 'mira' })
  expect(running.idp.status()).toMatchObject({ faults: ['wrong-audience'] })
  expect(running.events.map(({ kind }) => kind)).toContain('slip-ended')
})

test('switched on the page by a person', async () => {
  const running = await runPracticeIdp()
  const { idp, browser, events } = running
  const page = await browser.post(`${idp.url}/faults`, [
    ['fault', 'wrong-audience'],
    ['fault', 'unsigned-response'],
  ])
  expect([...page.text.matchAll(/name="fault" value="([^"]*)"/g)].map(([, id]) => id)).toEqual(FaultId.options)
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

test('every fault has its own name', () => {
  const names = Object.values(faultCatalogue).map(({ name }) => name)
  expect(new Set(names).size).toBe(FaultId.options.length)
})

test('what would help against a clock that is ahead is named, and whether it may be set', async () => {
  const running = await runPracticeIdp()
  const skews = async (id: FaultId) => {
    running.idp.setFaults([id])
    const page = await running.browser.post((await beginLogin(running, { forceAuthn: true })).url, { use: 'mira' })
    return whatIf(postedBy(page).xml, contextOf(running))
      .filter(({ kind }) => kind === 'clock-skew')
      .map(({ to, allowed }) => [Number.parseInt(to, 10), allowed])
  }
  expect(await skews('clock-4-minutes-ahead')).toEqual([[300, true]])
  expect(await skews('clock-10-minutes-ahead')).toEqual([[600, false]])
})

test('an exercise: one mistake that nobody is told, found by a login', async () => {
  for (let round = 0; round < 4; round += 1) {
    const bytes = (count: number) => new Uint8Array(count).map((_, index) => (index * 37 + round * 91) % 256)
    const chosen = makeExercise(bytes)
    expect(new Set(chosen.choices).size).toBe(4)
    expect(chosen.choices).toContain(chosen.fault)
  }
  const running = await runPracticeIdp()
  running.idp.setFaults(['wrong-audience'])
  running.idp.beginExercise()
  expect(running.idp.status()).toMatchObject({ faults: [], exercise: { choices: expect.any(Array) } })
  const page = await beginLogin(running)
  expect(page.text).not.toContain('Switched on')
  const fault = running.idp.endExercise()
  expect(() => running.idp.endExercise()).toThrow('no-exercise')
  expect(faultCatalogue[fault].shows).toBe('login')
  expect(gist(judgePosted(running, await running.browser.post(page.url, { use: 'mira' }))).verdict).toBe('accepted')
})
