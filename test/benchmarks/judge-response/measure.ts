import { cpus } from 'node:os'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { type Measured, measureInTurn } from '#test/support/benchmarks/in-turn.ts'
import { claimcheck, nodeSaml } from './contenders.ts'
import { benchmarkMessage, type Kind } from './message.ts'

const goals: Readonly<Record<Kind, number>> = {
  'assertion signed': 15,
  'both signed': 15,
  'assertion signed, then encrypted': 8,
}
const ROUNDS = 11
const turns = { rounds: ROUNDS, roundMilliseconds: 300, warmUpMilliseconds: 4_000 }

const now = new Date()
const schemaValidator = await loadSchemaValidator()
process.stdout.write(
  [
    `Operations a second of processor time, medians of ${ROUNDS} rounds in turn; Node ${process.versions.node}, ${cpus()[0]?.model}`,
    '',
    '| message | bytes | with | rate | slowest to fastest round | times the peer | at least |',
    '|---|---|---|---|---|---|---|',
    '',
  ].join('\n'),
)

let reached = true
for (const [kind, goal] of Object.entries(goals) as [Kind, number][]) {
  const message = await benchmarkMessage(kind, now)
  const measured = await measureInTurn(
    [claimcheck(message), claimcheck(message, 'Claimcheck with schema', { schemaValidator }), nodeSaml(message)],
    turns,
  )
  reached &&= (measured[0]?.ratio ?? 0) >= goal
  const bytes = Buffer.from(message.samlResponse, 'base64').length
  for (const [index, each] of measured.entries()) {
    process.stdout.write(
      row(index === 0 ? kind : '', index === 0 ? `${bytes}` : '', each, index === 0 ? `${goal}` : ''),
    )
  }
}
process.exitCode = reached ? 0 : 1

function row(kind: string, bytes: string, { name, rate, range, ratio }: Measured, goal: string): string {
  const [slowest, fastest] = range
  const cells = [
    kind,
    bytes,
    name,
    `${Math.round(rate)}/s`,
    `${Math.round(slowest)} to ${Math.round(fastest)}`,
    ratio.toFixed(1),
    goal,
  ]
  return `| ${cells.join(' | ')} |\n`
}
