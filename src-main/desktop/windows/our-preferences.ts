import type { WebPreferences } from 'electron'
import type { Contract } from '#shared/ipc/declare.ts'
import { outlineOf, outlineSwitch } from '../ipc/outline.ts'

/** For a page of ours: sandboxed like every other, with the one preload that puts `contract` into it. */
export const ourPreferences = (preload: string, global: string, contract: Contract): WebPreferences => ({
  ...foreignPreferences,
  preload,
  additionalArguments: [outlineSwitch(outlineOf(global, contract))],
})

/** For a page of somebody else: nothing of ours in it. */
export const foreignPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  safeDialogs: true,
}
