import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { buildCli } from '#test/support/cli/built-cli.ts'
import { messageFiles, soundOptions } from '#test/support/cli/message-files.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'

/**
 * How long does one `claimcheck response` take from start to verdict, beside a Node that does nothing? Wall time, in turns: what
 * else the machine does befalls both.
 */
const ROUNDS = 25
const AT_MOST = 3

const [cli, files, idp] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
const message = await files.write('message.xml', sign(responseXml(), idp))
const certificate = await files.write('idp.pem', idp.certificate.summary.pem)
const response = [resolve(cli.folder, 'main.js'), 'response', message, ...soundOptions, '--idp-cert', certificate]

const contenders = {
  'node -e 0': ['-e', '0'],
  'claimcheck response, as text': response,
  'claimcheck response, as JSON': [...response, '--format', 'json'],
} as const
type Name = keyof typeof contenders
const names = Object.keys(contenders) as Name[]
const times: Record<Name, number[]> = {
  'node -e 0': [],
  'claimcheck response, as text': [],
  'claimcheck response, as JSON': [],
}

// The first turn fills the caches of the file system.
for (let turn = -1; turn < ROUNDS; turn += 1)
  for (const name of names) {
    const took = run(contenders[name])
    if (turn >= 0) times[name].push(took)
  }
await Promise.all([cli.remove(), files.remove()])

const ratios = names.map((name) =>
  median(times[name].map((took, turn) => took / (times['node -e 0'][turn] ?? Number.NaN))),
)
const rows = names.map(
  (name, index) => `| ${name} | ${median(times[name]).toFixed(0)} ms | ${(ratios[index] ?? 0).toFixed(2)} |`,
)
process.stdout.write(
  `Medians of ${ROUNDS} turns; Node ${process.versions.node}\n\n| process | wall time | times the empty one |\n|---|---|---|\n${rows.join('\n')}\n`,
)
process.exitCode = ratios.every((ratio) => ratio <= AT_MOST) ? 0 : 1

function run(words: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { env: { PATH: process.env.PATH } })
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`)
  return performance.now() - start
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
