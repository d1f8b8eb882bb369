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
  const answer: Claimcheck['answer'] = (feature, name, input) =>
    window.evaluate(
      ([feature, name, input]) => Reflect.get(window, 'claimcheck')[feature as string][name as string](input),
      [feature, name, input] as const,
    )
  return {
    ...launched,
    window,
    answer,
    ask: async (feature, name, input) => {
      const answered = await answer(feature, name, input)
      if (!answered.ok)
        throw new Error(`${String(feature)}.${String(name)}: ${answered.problem.code} ${answered.problem.what}`)
      return answered.value
    },
  }
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
