import { type PracticeIdpOptions, startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { FaultId } from '#shared/model/practice-idp.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { UsageError } from '../process/usage-error.ts'

export interface PracticeIdpServeOptions {
  readonly port: number
  readonly fault?: readonly string[]
}

/** `claimcheck practice-idp serve`: prints one JSON line with addresses and people, and runs until it is asked to stop. */
export async function runPracticeIdp(
  { port, fault = [] }: PracticeIdpServeOptions,
  console: Console,
): Promise<ExitCode> {
  const faults = fault.map(faultOrRefuse)
  const stopped = console.askedToStop()
  const { clock, random } = console
  const idp = await startOrRefuse({ port, clock, random, onEvent: (event) => noteFailure(event, console) })
  idp.setFaults(faults)
  const { url, entityId, metadataUrl, issuer, discoveryUrl, people, tenants } = idp
  console.out(
    `${JSON.stringify({ ready: true, url, entityId, metadataUrl, issuer, discoveryUrl, people, tenants, faults })}\n`,
  )
  await stopped
  await idp.stop()
  return exitCode.good
}

function faultOrRefuse(id: string): FaultId {
  const read = FaultId.safeParse(id)
  if (read.success) return read.data
  throw new UsageError(`There is no fault "${id}". Choose from ${FaultId.options.join(', ')}.`)
}

async function startOrRefuse(options: PracticeIdpOptions) {
  try {
    return await startPracticeIdp(options)
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? error.reason : undefined
    if (reason === 'port-taken') throw new UsageError(`Port ${options.port} is taken. Choose another with --port.`)
    if (reason === 'port-forbidden')
      throw new UsageError(`You may not listen on port ${options.port}. Choose one above 1023.`)
    throw error
  }
}

type Event = Parameters<NonNullable<PracticeIdpOptions['onEvent']>>[0]

function noteFailure(event: Event, { note }: Console): void {
  if (event.kind === 'failed')
    note(event.error instanceof Error ? (event.error.stack ?? event.error.message) : 'failed')
}
