import type { App } from 'electron'
import { APP_ORIGIN, originOf } from '../security/app-origin.ts'

/** Where our pages come from: the build, or the development server while one works on them. */
export interface OwnPages {
  readonly origins: readonly string[]
  /** @param path such as `login-bar/index.html` */
  readonly urlOf: (path: string) => string
}

/** A packaged app never looks at the variable: nobody else's server can become its window. */
export function ownPages(app: Pick<App, 'isPackaged'>, env: NodeJS.ProcessEnv): OwnPages {
  const server = app.isPackaged ? undefined : env.ELECTRON_RENDERER_URL
  const origin = server ? originOf(server) : null
  if (!server || !origin) return { origins: [APP_ORIGIN], urlOf: (path) => `${APP_ORIGIN}/${path}` }
  return { origins: [origin], urlOf: (path) => new URL(path, `${origin}/`).href }
}
