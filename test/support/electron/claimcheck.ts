import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import type { z } from 'zod'
import { projectRoot } from '#build/runtime/locate.mjs'
import type { contract } from '#shared/ipc/contract.ts'
import type { Answer, Call } from '#shared/ipc/declare.ts'
import { type LaunchedApp, type LaunchOptions, launchElectron } from './launch.ts'

type Contract = typeof contract
type Calls<F extends keyof Contract> = {
  [K in keyof Contract[F] as Contract[F][K] extends Call ? K : never]: Contract[F][K]
}
type InputOf<C> = C extends Call<infer Input, z.ZodType> ? z.input<Input> : never
type OutputOf<C> = C extends Call<z.ZodType, infer Output> ? z.output<Output> : never

export interface Claimcheck extends LaunchedApp {
  /** The main window's page. */
  readonly window: Page
  /** Asks main through the window's bridge, as the window does. */
  readonly answer: <F extends keyof Contract, K extends keyof Calls<F>>(
    feature: F,
    name: K,
    input?: InputOf<Contract[F][K]>,
  ) => Promise<Answer<OutputOf<Contract[F][K]>>>
  /** The same, where it must not be refused. */
  readonly ask: <F extends keyof Contract, K extends keyof Calls<F>>(
    feature: F,
    name: K,
    input?: InputOf<Contract[F][K]>,
  ) => Promise<OutputOf<Contract[F][K]>>
}

/** Starts the built app. Its home is empty unless one is given. */
export async function launchClaimcheck(options: Omit<LaunchOptions, 'appFolder'> = {}): Promise<Claimcheck> {
  const launched = await launchElectron({ ...options, appFolder: projectRoot })
  const window = await mainWindow(launched)
  const log = join(await launched.electron.evaluate(({ app }) => app.getPath('userData')), 'logs', 'claimcheck.log')
  const answer: Claimcheck['answer'] = (feature, name, input) =>
    window.evaluate(
      ([feature, name, input]) => Reflect.get(window, 'claimcheck')[feature as string][name as string](input),
      [feature, name, input] as const,
    )
  return {
    ...launched,
    window,
    answer,
    close: async () => {
      await launched.electron.close()
      const faults = await faultsIn(log)
      await launched.close()
      expect(faults).toEqual([])
    },
    ask: async (feature, name, input) => {
      const answered = await answer(feature, name, input)
      if (!answered.ok)
        throw new Error(`${String(feature)}.${String(name)}: ${answered.problem.code} ${answered.problem.what}`)
      return answered.value
    },
  }
}

/** What the app wrote down that is nobody's fault but ours: a test that passed all the same shall not hide it. */
async function faultsIn(log: string): Promise<string[]> {
  const ours =
    /\b(?:uncaught|unhandled|could not (?:start|close|be saved))\b|\bfailed — |in the contract|against the contract/
  return (await readFile(log, 'utf8')).split('\n').filter((line) => ours.test(line))
}

async function mainWindow({ electron, output, close }: LaunchedApp): Promise<Page> {
  try {
    return await pageAt(electron, (url) => url.startsWith('app://claimcheck/index.html'), output)
  } catch (error) {
    await close()
    throw error
  }
}

/** The page that shows, or comes to show, such an address: of a window or of a view in one. */
export async function pageAt(
  electron: ElectronApplication,
  matches: (url: string) => boolean,
  output: () => string = () => '',
): Promise<Page> {
  const find = () => electron.windows().find((page) => matches(page.url()))
  await expect.poll(() => find() !== undefined, { message: output(), timeout: 20_000 }).toBe(true)
  return find() as Page
}
