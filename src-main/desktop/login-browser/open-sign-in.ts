import type { LoginBrowserOptions } from './embedded-transport.ts'
import { loadStart } from './load-start.ts'
import { LoginWindow } from './login-window.ts'
import { whenPageFails } from './when-page-fails.ts'

/** A real sign-in in a window of its own: nothing is caught, nothing is written down, and its session ends with it. */
export async function openSignIn(url: string, options: LoginBrowserOptions): Promise<void> {
  const window: LoginWindow = await LoginWindow.open({
    ...options,
    purpose: 'sign-in',
    title: 'Sign in',
    onStop: () => window.close(),
  })
  if (!window.isOpen) return
  void whenPageFails(window.page, () => undefined).then(({ interrupted }) =>
    window.showOurs('failed', interrupted.problem.what),
  )
  loadStart(window.page, { url, form: null })
}
