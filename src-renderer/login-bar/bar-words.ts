import type { LoginBarState } from '#shared/ipc/login-bar.ts'

/** What the bar says in each of its states. */
export interface BarWords {
  readonly lock: string
  readonly lockMeans: string
  readonly purpose: string
  readonly stop: string
  /** Null while the foreign page is below the bar. */
  readonly message: { readonly title: string; readonly text: string } | null
}

const locks: Readonly<Record<LoginBarState['connection'], readonly [short: string, means: string]>> = {
  none: ['', 'No page yet'],
  secure: ['Secure', 'The connection is encrypted and the certificate is trusted'],
  local: ['This computer', 'Not encrypted, and never leaves this computer'],
  insecure: ['Not encrypted', 'Anyone on the way can read what you type'],
}

export function barWords({ purpose, phase, connection, says }: LoginBarState): BarWords {
  const [lock, lockMeans] = locks[connection]
  const isOver = phase === 'caught' || phase === 'failed'
  return {
    lock,
    lockMeans,
    purpose: purpose === 'test' ? 'This is a test, nothing is saved' : 'This is a real sign-in',
    stop: isOver || purpose === 'sign-in' ? 'Close' : 'Stop',
    message: isOver ? messageOf(phase, says) : null,
  }
}

function messageOf(phase: 'caught' | 'failed', says: string | null): BarWords['message'] {
  if (phase === 'failed') {
    const text = 'The main window says what to do about it.'
    return { title: says ?? 'The page could not be opened.', text }
  }
  return {
    title: 'The response was caught',
    text: 'It did not leave this computer. The main window shows the verdict.',
  }
}
