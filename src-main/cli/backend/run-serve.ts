import { setTimeout } from 'node:timers/promises'
import { ADMIN_API } from '#shared/http-api/route.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { KEY_VARIABLE, loadKey, PREVIOUS_KEYS_VARIABLE, previousKeys } from './encryption-key.ts'
import { logToNotes } from './log-to-notes.ts'
import { openOrRefuse } from './open-or-refuse.ts'
import { readSmtp, SMTP_VARIABLE } from './read-smtp.ts'

export interface ServeOptions {
  readonly dataDir: string
  readonly host: '127.0.0.1'
  readonly port: number
  readonly publicUrl?: string
  readonly licenceKey?: string
  readonly ssoFromPlan?: 'business' | 'enterprise'
  readonly smtpUrl?: string
  readonly mailFrom?: string
  readonly allowPrivateAddresses?: true
  readonly metricsPort?: number
  readonly drainSeconds?: number
}

/** `claimcheck backend serve`: prints one JSON line when it is ready, and runs until it is asked to stop. */
export async function runServe(options: ServeOptions, console: Console): Promise<ExitCode> {
  const { dataDir, host, port, publicUrl, licenceKey } = options
  const { random, clock } = console
  const smtp = readSmtp(options, console.environment[SMTP_VARIABLE])
  const stopped = console.askedToStop()
  const backend = await openOrRefuse({
    ...{ dataFolder: dataDir, encryptionKey: await loadKey(dataDir, console.environment[KEY_VARIABLE]) },
    previousEncryptionKeys: previousKeys(console.environment[PREVIOUS_KEYS_VARIABLE]),
    ...{ host, port, clock, random, log: logToNotes(console) },
    ssoFromPlan: options.ssoFromPlan,
    ...(options.metricsPort === undefined ? {} : { metricsPort: options.metricsPort }),
    drained: () => setTimeout((options.drainSeconds ?? 0) * 1000),
    ...(options.allowPrivateAddresses && { allowPrivateAddresses: true }),
    ...{ smtp, ...(publicUrl === undefined ? {} : { publicUrl }) },
    ...(licenceKey === undefined ? {} : { licenceKey: await readText(licenceKey, console) }),
  })
  console.out(
    `${JSON.stringify({ ready: true, url: backend.url, adminApi: `${backend.url}${ADMIN_API}`, metrics: backend.metricsUrl })}\n`,
  )
  await stopped
  await backend.stop()
  return exitCode.good
}

const PEM_BYTES = 10_000

const readText = async (file: string, console: Console) =>
  Buffer.from(await readBytes(file, PEM_BYTES, console)).toString('utf8')
