import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createPaint, wantsColours } from './output/human/paint.ts'
import { askedToStop } from './process/asked-to-stop.ts'
import { exitCode } from './process/exit-code.ts'
import { readStandardInput } from './process/standard-input.ts'
import { tellFault } from './process/tell-fault.ts'
import { runProgram } from './program.ts'

const { env, stdout, stderr } = process

/** The package that this file is of, built or as source: two folders up. */
const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

const note = (text: string) => stderr.write(`${text}\n`)

/** Node would end with 1, which says that something was judged and refused. */
process.on('uncaughtException', (error) => process.exit(tellFault(error, note)))

/** Whoever reads our output may have seen enough (`| head`): that is no fault. A full disk is no verdict either. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  note(`claimcheck: the output could not be written (${error.code}).`)
  process.exit(exitCode.internal)
})

const running = runProgram(process.argv.slice(2), {
  version,
  out: (text) => stdout.write(text),
  note,
  progress: stderr.isTTY ? (line) => stderr.write(`\r\u001b[K${line}`) : undefined,
  entityWorker: new URL('./entity-worker.js', import.meta.url),
  readStandardInput,
  environment: env,
  paint: createPaint(wantsColours(env, stdout.isTTY), stdout.columns ?? null),
  clock: () => new Date(),
  // `performance` takes a millisecond to load.
  stopwatch: () => Number(process.hrtime.bigint()) / 1e6,
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  askedToStop,
})
// No `await` here: this becomes CommonJS.
running.then((code) => {
  process.exitCode = code
})
