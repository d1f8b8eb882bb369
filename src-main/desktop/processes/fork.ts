import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { redactLog } from '../log/redact-log.ts'
import type { ProcessPort } from './child-process.ts'

/** Starts one of our programs beside the window, so that the window never stutters. It inherits no switch and little environment. */
export const forkIn =
  (folder: string, report: (what: string, cause: unknown) => void) =>
  (program: 'backend' | 'practice-idp' | 'inspector', name: string): ProcessPort => {
    const child = utilityProcess.fork(join(folder, 'processes', `${program}.js`), [], {
      serviceName: name,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: inherited(process.env),
    })
    child.stderr?.on('data', (text: Buffer) =>
      report(`${program} wrote`, redactLog(text.toString('utf8').slice(0, 2_000))),
    )
    return child as ProcessPort
  }

/** What a program needs to run on any system. `NODE_OPTIONS` and everybody's keys stay out. */
const needed = ['PATH', 'LANG', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA']

const inherited = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(needed.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))

export type Fork = ReturnType<typeof forkIn>
