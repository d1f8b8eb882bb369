import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { buildCli as build } from '#build/cli/build-cli.mjs'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface BuiltCli {
  readonly folder: string
  /** Runs one command line in a process of its own. */
  readonly run: (words: readonly string[], options?: RunOptions) => Promise<Ended>
  readonly start: (words: readonly string[], options?: RunOptions) => ChildProcessByStdio<Writable, Readable, Readable>
  readonly remove: () => Promise<void>
}

/** The command line built as the product builds it, two folders below the package's root. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = resolve(`test-output/cli-${process.pid}`)
  await build(folder)
  const start: BuiltCli['start'] = (words, { env = {} } = {}) =>
    spawn(process.execPath, [resolve(folder, 'start.cjs'), ...words], {
      stdio: 'pipe',
      env: { PATH: process.env.PATH, ...env },
    })
  return {
    folder,
    start,
    run: async (words, options = {}) => {
      const child = start(words, options)
      child.stdin.on('error', () => {}).end(options.input ?? '')
      const [out, notes, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), codeOf(child)])
      return { code, out, notes }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const codeOf = (child: ReturnType<BuiltCli['start']>) =>
  new Promise<number | null>((done, failed) => child.on('error', failed).on('close', done))

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return text
}
