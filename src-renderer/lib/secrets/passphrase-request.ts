import type { Problem } from '#shared/model/problem.ts'

/** Why the passphrase is asked for: it opens the keys kept under it, or there is none yet. */
export type PassphraseReason = 'locked' | 'unset'

interface PassphraseRequest {
  readonly reason: PassphraseReason
  readonly answer: (isUnlocked: boolean) => void
}

let current: PassphraseRequest | null = null
const listeners = new Set<() => void>()

function set(request: PassphraseRequest | null): void {
  current = request
  for (const listen of listeners) listen()
}

/** Where a call and the dialog that unlocks the keys for it meet. */
export const passphraseRequest = {
  current: () => current,
  subscribe: (listen: () => void) => {
    listeners.add(listen)
    return () => void listeners.delete(listen)
  },
  answer: (isUnlocked: boolean) => {
    const answered = current
    set(null)
    answered?.answer(isUnlocked)
  },
}

/** Asks once: a later request waits for the answer to the one that is open. @returns whether the keys are open now */
export function askForPassphrase(reason: PassphraseReason): Promise<boolean> {
  return new Promise((resolve) => {
    const earlier = current
    set({
      reason,
      answer: (isUnlocked) => {
        earlier?.answer(isUnlocked)
        resolve(isUnlocked)
      },
    })
  })
}

const reasons: Readonly<Record<string, PassphraseReason>> = { 'secrets.locked': 'locked', 'secrets.unset': 'unset' }

/** For `windowApi`: where the keys are locked, has the person unlock them, and the call is made again. */
export async function unlockWhenLocked({ code }: Problem): Promise<boolean> {
  const reason = reasons[code]
  return reason === undefined ? false : askForPassphrase(reason)
}
