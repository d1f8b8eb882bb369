import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { z } from 'zod'
import { ColorScheme } from '#shared/ipc/app.ts'
import type { Problem } from '#shared/model/problem.ts'
import { TenantPlace } from '#shared/model/tenant.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { asideName, isMissing } from './read-document.ts'

export const WindowPlace = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

const Port = z.int().min(1).max(65_535)

/** Small things that are nobody's secret. Each is read by its own schema: one bad value costs that value only. */
export const settingsSchema = {
  colorScheme: ColorScheme,
  mainWindow: WindowPlace,
  /** Ports stay the same from start to start, since addresses with them are registered elsewhere. */
  backendPort: Port,
  practiceIdpPort: Port,
  /** Entity IDs of the service providers that the practice identity provider, which forgets, was told of. */
  practiceServiceProviders: z.array(z.string()),
  /** IDs of the clients it was told of; their secrets are sealed elsewhere. */
  practiceClients: z.array(z.string()),
  /** Which tenant backend is in use; its key is a secret and elsewhere. */
  tenantPlace: TenantPlace,
}
type Values = { -readonly [K in keyof typeof settingsSchema]: z.infer<(typeof settingsSchema)[K]> }

export interface Settings {
  readonly get: <Key extends keyof Values>(key: Key) => Values[Key] | undefined
  /** On the disk when it returns. */
  readonly set: <Key extends keyof Values>(key: Key, value: Values[Key]) => void
}

/** @param report of a file that was set aside */
export function openSettings(
  folder: string,
  clock: () => Date,
  report: (damage: Problem, cause: unknown) => void,
): Settings {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  setAsideIfDamaged(join(folder, 'settings.json'), clock(), report)
  const store = new Store<Record<string, unknown>>({ cwd: folder, name: 'settings', configFileMode: 0o600 })
  return {
    get: (key) => {
      const read = settingsSchema[key].safeParse(store.get(key))
      return read.success ? (read.data as Values[typeof key]) : undefined
    },
    set: (key, value) => store.set(key, value),
  }
}

/** electron-store would throw at the start of the app for a torn file, or clear it. */
function setAsideIfDamaged(path: string, now: Date, report: (damage: Problem, cause: unknown) => void): void {
  try {
    z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    if (isMissing(cause)) return
    const aside = asideName(path, now)
    renameSync(path, aside)
    report(problem('workspace.settings-damaged', null, aside), cause)
  }
}
