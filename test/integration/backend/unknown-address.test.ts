import { createHook } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { fieldOf, type Page, TestBrowser } from '#test/support/backend/test-browser.ts'

const known = 'owner@acme.example'
const withoutPassword = 'linked@other.example'
const unknown = 'someone@acme.example'

test('a known and an unknown address are told the same, and the same work is done for both', {
  timeout: 60_000,
}, async () => {
  const { url, organisation } = await openTestBackend()
  await organisation({ owner: known, ownerPassword: 'correct horse battery staple' })
  await organisation({ owner: withoutPassword })
  const answers = []
  for (const email of [known, withoutPassword, unknown]) {
    const browser = new TestBrowser()
    const asked = await browser.post(`${url}/sign-in`, { email, with: 'password' })
    const form = { email, formToken: fieldOf(asked, 'formToken') }
    const { result: tried, hashes } = await countingHashes(() =>
      browser.post(`${url}/sign-in/password`, { ...form, password: 'a guess' }),
    )
    const link = await browser.post(`${url}/sign-in/link`, form)
    answers.push({ asked: told(asked, email), tried: told(tried, email), link: told(link, email), hashes })
  }
  const [first, ...others] = answers
  expect(first).toMatchObject({ asked: { status: 200 }, tried: { status: 401 }, link: { status: 200 }, hashes: 1 })
  expect(others).toEqual([first, first])
})

/** How often the password hash was computed: by far the dearest part, the same for a hash that is nobody's. */
async function countingHashes<Result>(work: () => Promise<Result>): Promise<{ result: Result; hashes: number }> {
  let hashes = 0
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'SCRYPTREQUEST') hashes += 1
    },
  }).enable()
  try {
    const result = await work()
    return { result, hashes }
  } finally {
    hook.disable()
  }
}

/** All but what is different at every answer. */
const told = ({ status, text, headers }: Page, email: string) => ({
  status,
  text: text
    .replaceAll(email, 'the address')
    .replace(/nonce="\w+"/g, '')
    .replace(/name="formToken" value="\w+"/g, ''),
  headers: [...headers.keys()].toSorted(),
})
