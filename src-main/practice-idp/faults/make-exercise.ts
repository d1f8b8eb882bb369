import { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'

/** One mistake to be found, and what it may be. */
export interface Exercise {
  readonly fault: FaultId
  readonly choices: readonly FaultId[]
}

const CHOICES = 4

/** Those of SAML that show in every login; what has the same finding as another can be told from it by nobody. */
const askable = FaultId.options.filter((id) => {
  const { group, shows, once, finding } = faultCatalogue[id]
  const twins = FaultId.options.filter((other) => faultCatalogue[other].finding === finding)
  return group !== 'openid' && shows === 'login' && once === undefined && twins.length === 1
})

/** @param random cryptographic or not: it chooses the mistake, the others and their order */
export function makeExercise(random: (bytes: number) => Uint8Array): Exercise {
  const choices = shuffled(askable, random).slice(0, CHOICES)
  const [at = 0] = random(1)
  const fault = choices[at % choices.length]
  if (fault === undefined) throw new Error('there is nothing to ask')
  return { fault, choices }
}

function shuffled<Item>(items: readonly Item[], random: (bytes: number) => Uint8Array): Item[] {
  const bytes = random(items.length)
  return items
    .map((item, index) => ({ item, rank: bytes[index] ?? 0 }))
    .sort((one, two) => one.rank - two.rank)
    .map(({ item }) => item)
}
