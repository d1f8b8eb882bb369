import { cpus } from 'node:os'
import { measureInTurn } from '#test/support/benchmarks/in-turn.ts'
import { claimcheck, openidClient } from './contenders.ts'
import { serveProvider, startProvider } from './provider.ts'

/** At most 15 % more than the library alone. */
const LEAST = 1 / 1.15
const ROUNDS = 15
const turns = { rounds: ROUNDS, roundMilliseconds: 400, warmUpMilliseconds: 3_000 }

if (process.argv[2] === 'provider') serveProvider()
else process.exitCode = await measure()

async function measure(): Promise<number> {
  const { issuer, stop } = await startProvider()
  const ours = await claimcheck(issuer)
  const measured = await measureInTurn([ours, await openidClient(issuer)], turns)
  stop()
  await ours.close()
  const rows = measured.map(({ name, rate, range: [slowest, fastest], ratio }) =>
    [name, `${Math.round(rate)}/s`, `${Math.round(slowest)} to ${Math.round(fastest)}`, ratio.toFixed(2)].join(' | '),
  )
  process.stdout.write(
    [
      `Logins a second of processor time, medians of ${ROUNDS} rounds in turn; Node ${process.versions.node}, ${cpus()[0]?.model}`,
      '',
      '| with | rate | slowest to fastest round | times the peer |',
      '|---|---|---|---|',
      ...rows.map((row) => `| ${row} |`),
      '',
    ].join('\n'),
  )
  return (measured[0]?.ratio ?? 0) >= LEAST ? 0 : 1
}
