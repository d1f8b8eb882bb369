import { cpus } from 'node:os'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { measureInTurn } from '#test/support/benchmarks/in-turn.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { providerMetadata } from '#test/support/saml/metadata/provider-metadata.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const AT_LEAST = 1_000
const turns = { rounds: 5, roundMilliseconds: 300, warmUpMilliseconds: 700 }

const identity = await makeSigningIdentity()
const context = {
  now: NOW,
  mode: 'strict',
  role: 'idp',
  schemaValidator: await loadSchemaValidator(),
} as const
const files = Object.entries(providerMetadata).map(([name, write]) => ({ name, bytes: Buffer.from(write(identity)) }))
const sizes = new Map(files.map(({ name, bytes }) => [name, bytes.length]))

const measured = await measureInTurn(
  files.map(({ name, bytes }) => ({
    name,
    run() {
      const { verdict } = judgeMetadata(bytes, context)
      if (verdict !== 'valid') throw new Error(`${name}: ${verdict}`)
    },
  })),
  turns,
)
process.stdout.write(
  [
    `Files a second of processor time, medians of ${turns.rounds} rounds in turn; Node ${process.versions.node}, ${cpus()[0]?.model}`,
    '',
    '| metadata as written by | bytes | rate | slowest to fastest round | at least |',
    '|---|---|---|---|---|',
    ...measured.map(
      ({ name, rate, range: [slowest, fastest] }) =>
        `| ${name} | ${sizes.get(name)} | ${rate.toFixed(0)}/s | ${slowest.toFixed(0)} to ${fastest.toFixed(0)} | ${AT_LEAST} |`,
    ),
    '',
  ].join('\n'),
)
process.exitCode = measured.every(({ rate }) => rate >= AT_LEAST) ? 0 : 1
