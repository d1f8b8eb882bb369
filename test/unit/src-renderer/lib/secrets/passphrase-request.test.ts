import { expect, test } from 'vitest'
import { askForPassphrase, passphraseRequest, unlockWhenLocked } from '#renderer/lib/secrets/passphrase-request.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

test('locked keys are asked for, and the answer is whether they are open now', async () => {
  const unlocked = unlockWhenLocked(problem('secrets.locked'))
  expect(passphraseRequest.current()?.reason).toBe('locked')
  passphraseRequest.answer(true)
  expect(await unlocked).toBe(true)
  expect(passphraseRequest.current()).toBeNull()
})

test('any other problem asks for nothing', async () => {
  expect(await unlockWhenLocked(problem('tenant.not-running'))).toBe(false)
  expect(passphraseRequest.current()).toBeNull()
})

test('two calls that meet locked keys wait for one answer', async () => {
  let told = 0
  const stop = passphraseRequest.subscribe(() => told++)
  const both = Promise.all([askForPassphrase('unset'), askForPassphrase('unset')])
  passphraseRequest.answer(false)
  expect(await both).toEqual([false, false])
  stop()
  expect(told).toBe(3)
})
