/** One of the things compared. */
export interface Contender {
  readonly name: string
  /** One whole operation; throws where its outcome is not the expected one. */
  readonly run: () => void | Promise<void>
}

export interface Measured {
  readonly name: string
  /** Operations a second of processor time: the median of the rounds. */
  readonly rate: number
  /** Slowest and fastest round. */
  readonly range: readonly [number, number]
  /** How many times the last contender's rate: the median of what each turn says by itself. */
  readonly ratio: number
}

export interface Turns {
  readonly rounds: number
  readonly roundMilliseconds: number
  readonly warmUpMilliseconds: number
}

/**
 * Measures contenders in turn, A B A B …, so that whatever else the machine does befalls them alike. What counts is the
 * processor time of this process, collector included: a machine that is busy elsewhere slows the clock on the wall, not this one.
 */
export async function measureInTurn(contenders: readonly Contender[], turns: Turns): Promise<Measured[]> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (const contender of contenders) await round(contender, turns.warmUpMilliseconds)
  for (let turn = 0; turn < turns.rounds; turn += 1) {
    for (const contender of contenders) rates.get(contender.name)?.push(await round(contender, turns.roundMilliseconds))
  }
  const reference = rates.get(contenders.at(-1)?.name ?? '') ?? []
  return contenders.map(({ name }) => summary(name, rates.get(name) ?? [], reference))
}

/** Asking for the processor time takes as long as a fast operation does: it is asked once in so many of them. */
const ASK_EVERY_MS = 25

async function round({ run }: Contender, milliseconds: number): Promise<number> {
  const before = process.cpuUsage()
  let operations = 0
  let used = 0
  let batch = 1
  while (used < milliseconds * 1000) {
    for (let left = batch; left > 0; left -= 1) {
      const outcome = run()
      if (outcome instanceof Promise) await outcome
    }
    operations += batch
    const { user, system } = process.cpuUsage(before)
    used = user + system
    batch = Math.max(1, Math.round((operations / used) * 1000 * ASK_EVERY_MS))
  }
  return (operations / used) * 1_000_000
}

function summary(name: string, rates: readonly number[], reference: readonly number[]): Measured {
  const sorted = rates.toSorted((a, b) => a - b)
  const ratios = rates.map((rate, turn) => rate / (reference[turn] ?? Number.NaN))
  return { name, rate: median(rates), range: [sorted[0] ?? 0, sorted.at(-1) ?? 0], ratio: median(ratios) }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
