import { cpus } from 'node:os'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { claimcheck } from './claimcheck.ts'
import { runClaimcheck } from './claimcheck-process.ts'
import type { Contender } from './contender.ts'
import { answer, makeIdentityProvider } from './identity-provider.ts'
import { jackson } from './jackson.ts'
import { runJackson } from './jackson-process.ts'

/** Times the peer's rate. */
const GOAL = 12
/** Of the rate with little in the store, with a thousand times as much. */
const FLAT = 0.8
const ROUNDS = 7

const part = process.argv[2]
if (part === 'claimcheck') await runClaimcheck()
else if (part === 'jackson') await runJackson()
else process.exitCode = await measure()

async function measure(): Promise<number> {
  const identityProvider = await makeIdentityProvider()
  const small = await claimcheck(identityProvider, { users: 100, organisations: 10 })
  const large = await claimcheck(identityProvider, { users: 100_000, organisations: 10_000 })
  const peer = await jackson(identityProvider)
  const contenders = [
    { contender: small, logins: 800, rates: [] as number[] },
    { contender: large, logins: 800, rates: [] as number[] },
    { contender: peer, logins: 40, rates: [] as number[] },
  ]
  for (const { contender, logins } of contenders) await round(contender, identityProvider, logins)
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const { contender, logins, rates } of contenders) {
      rates.push(await round(contender, identityProvider, logins))
    }
  }
  for (const { contender } of contenders) await contender.stop()
  const [ours = [], populous = [], theirs = []] = contenders.map(({ rates }) => rates)
  const times = median(ours.map((rate, turn) => rate / (theirs[turn] ?? Number.NaN)))
  const flat = median(populous.map((rate, turn) => rate / (ours[turn] ?? Number.NaN)))
  const lines = [
    `Sign-ins a second of processor time, medians of ${ROUNDS} rounds in turn; Node ${process.versions.node}, ${cpus()[0]?.model}`,
    '',
    '| who | rate | slowest to fastest round |',
    '|---|---|---|',
    ...contenders.map(
      ({ contender: { name }, rates }) => `| ${name} | ${Math.round(median(rates))}/s | ${range(rates)} |`,
    ),
    '',
    `${times.toFixed(1)} times the peer (at least ${GOAL}); with a thousand times as much in the store ${flat.toFixed(2)} of the rate (at least ${FLAT})`,
    '',
  ]
  process.stdout.write(lines.join('\n'))
  return times >= GOAL && flat >= FLAT ? 0 : 1
}

/** So many people sign in, all over the list of them. @returns sign-ins a second of processor time */
async function round(contender: Contender, identityProvider: SigningIdentity, count: number): Promise<number> {
  const before = await contender.used()
  const begun = await contender.begin(count)
  const answered = begun.map((login) => {
    const person = Math.floor(Math.random() * contender.people)
    return answer(identityProvider, contender, login, `person-${person}@acme.example`)
  })
  await contender.finish(answered)
  return (count / ((await contender.used()) - before)) * 1e6
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function range(rates: readonly number[]): string {
  return `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`
}
