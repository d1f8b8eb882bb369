import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createPaint, wantsColours } from './output/human/paint.ts'
import { askedToStop } from './process/asked-to-stop.ts'
import { readStandardInput } from './process/standard-input.ts'
import { runProgram } from './program.ts'

const { env, stdout, stderr } = process

/** The package that this file is of, built or as source: two folders up. */
const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

/** Whoever reads our output may have seen enough (`| head`): that is no fault. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const running = runProgram(process.argv.slice(2), {
  version,
  out: (text) => stdout.write(text),
  note: (text) => stderr.write(`${text}\n`),
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
