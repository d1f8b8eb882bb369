import { join } from 'node:path'
import type { App } from 'electron'

/** Where everything of this app is. */
export interface Paths {
  readonly userData: string
  readonly workspace: string
  readonly secrets: string
  readonly tenant: string
  readonly logs: string
  /** Built pages, preload and programs. */
  readonly pages: string
  readonly preload: string
  readonly programs: string
}

/**
 * Another folder for the user's data than the system's: for tests, and for a second workspace. `--user-data-dir` does the
 * same, and Chromium sees to it. Both must be known before the app is ready.
 */
export function chooseUserData(app: Pick<App, 'setPath'>, env: NodeJS.ProcessEnv): void {
  if (env.CLAIMCHECK_USER_DATA) app.setPath('userData', env.CLAIMCHECK_USER_DATA)
}

export function pathsOf(app: Pick<App, 'getPath' | 'getAppPath'>): Paths {
  const userData = app.getPath('userData')
  const built = join(app.getAppPath(), 'out')
  return {
    userData,
    workspace: join(userData, 'workspace'),
    secrets: join(userData, 'secrets'),
    tenant: join(userData, 'tenant'),
    logs: join(userData, 'logs'),
    pages: join(built, 'renderer'),
    preload: join(built, 'preload', 'preload.cjs'),
    programs: join(built, 'main'),
  }
}
