import type { AppInfo, appIpc } from '#shared/ipc/app.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<
  HandlerContext,
  'secrets' | 'settings' | 'practiceIdp' | 'problems' | 'versions' | 'clipboard' | 'nativeTheme'
>

export function appHandlers(context: Context): FeatureHandlers<typeof appIpc> {
  const { secrets, settings, practiceIdp, versions, clipboard, nativeTheme } = context
  const info = (): AppInfo => ({
    version: versions.app,
    electron: versions.electron,
    secrets: secrets.state,
    problems: [...context.problems],
  })
  return {
    info: async () => info(),
    unlockSecrets: async ({ passphrase }) => {
      await secrets.unlock(passphrase)
      await practiceIdp.keepSigning()
      return info()
    },
    replaceLostSecrets: async () => {
      await secrets.replaceLost()
      return info()
    },
    colorScheme: async () => settings.get('colorScheme') ?? 'auto',
    setColorScheme: async ({ colorScheme }) => {
      settings.set('colorScheme', colorScheme)
      nativeTheme.themeSource = themeOf(colorScheme)
      return colorScheme
    },
    copy: async ({ text }) => clipboard.writeText(text),
  }
}

export const themeOf = (colorScheme: 'auto' | 'light' | 'dark') => (colorScheme === 'auto' ? 'system' : colorScheme)
