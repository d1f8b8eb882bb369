import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { call, Nothing } from './declare.ts'

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  /**
   * Where private keys are kept: by the operating system, or under a passphrase where it has no keychain.
   * `lost`: there are sealed keys, but nothing that opens them any more.
   */
  secrets: z.enum(['system', 'passphrase-unlocked', 'passphrase-locked', 'passphrase-unset', 'lost']),
  /** What could not be read when the app started and was set aside, never deleted. */
  problems: z.array(Problem),
})
export type AppInfo = z.infer<typeof AppInfo>
export const ColorScheme = z.enum(['auto', 'light', 'dark'])
export type ColorScheme = z.infer<typeof ColorScheme>

export const appIpc = {
  info: call(Nothing, AppInfo),
  /** Sets the passphrase the first time, asks for it later; once per start. */
  unlockSecrets: call(z.object({ passphrase: z.string().min(8, 'Use at least 8 characters.') }), AppInfo),
  /** Sets keys that nothing opens any more aside and begins an empty store: the way out of `lost`. */
  replaceLostSecrets: call(Nothing, AppInfo),
  colorScheme: call(Nothing, ColorScheme),
  setColorScheme: call(z.object({ colorScheme: ColorScheme }), ColorScheme),
  /** Only text: for values someone types elsewhere. */
  copy: call(z.object({ text: z.string().max(1_000_000) }), Nothing),
}
