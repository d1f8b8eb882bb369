import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { buildCli } from '#test/support/cli/built-cli.ts'
import { messageFiles, soundOptions } from '#test/support/cli/message-files.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'

/**
 * How long does one `claimcheck response` take from start to verdict, beside a Node that does nothing? On the wall and
 * in turns; the fastest run of each counts, for all else that a machine does only adds to it. Processor time is quoted beside it.
 */
const ROUNDS = 40
const AT_MOST = 3

const [cli, files, idp] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
const message = await files.write('message.xml', sign(responseXml(), idp))
const certificate = await files.write('idp.pem', idp.certificate.summary.pem)
const response = [resolve(cli.folder, 'start.cjs'), 'response', message, ...soundOptions, '--idp-cert', certificate]

const contenders = {
  'node -e 0': ['-e', '0'],
  'claimcheck response, as text': response,
  'claimcheck response, as JSON': [...response, '--format', 'json'],
} as const
type Name = keyof typeof contenders
const names = Object.keys(contenders) as Name[]
const EMPTY = 'node -e 0'

interface Run {
  readonly wall: number
  readonly processor: number
}
const runs = new Map<Name, Run[]>(names.map((name) => [name, []]))

// The first turn fills the caches of the file system.
for (let turn = -1; turn < ROUNDS; turn += 1)
  for (const name of names) {
    const taken = run(contenders[name])
    if (turn >= 0) runs.get(name)?.push(taken)
  }
await Promise.all([cli.remove(), files.remove()])

const rows = names.map((name) => {
  const taken = runs.get(name) ?? []
  return {
    name,
    fastest: Math.min(...taken.map(({ wall }) => wall)),
    processor: median(taken.map((each) => each.processor)),
  }
})
const empty = rows.find(({ name }) => name === EMPTY)?.fastest ?? Number.NaN
process.stdout.write(
  [
    `Fastest of ${ROUNDS} turns; Node ${process.versions.node}`,
    '',
    '| process | on the wall | times the empty one | processor time, median |',
    '|---|---|---|---|',
    ...rows.map(
      ({ name, fastest, processor }) =>
        `| ${name} | ${fastest.toFixed(0)} ms | ${(fastest / empty).toFixed(2)} | ${processor.toFixed(0)} ms |`,
    ),
    '',
  ].join('\n'),
)
process.exitCode = rows.every(({ fastest }) => fastest <= AT_MOST * empty) ? 0 : 1

/** In milliseconds, by the shell that waits for it: Node tells nothing of the processes it started. */
function run(words: readonly string[]): Run {
  const start = performance.now()
  const timed = ['--norc', '-c', 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null', 'bash', process.execPath, ...words]
  const { status, stderr } = spawnSync('bash', timed, {
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`)
  const wall = performance.now() - start
  const [user = Number.NaN, system = Number.NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wall, processor: (user + system) * 1000 }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
