import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { inspect } from '#main/inspect/inspect.ts'
import { nothingKnown } from '#main/inspect/inspection-context.ts'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'
import { KeyMaterialRefused } from '#main/pki/material/key-material-refused.ts'
import { readKeyMaterial } from '#main/pki/material/read-key-material.ts'
import { AggregateJudgement } from '#shared/model/aggregate.ts'
import { Inspection } from '#shared/model/inspection.ts'
import { KeyMaterial } from '#shared/model/key-material.ts'
import type { Target } from './fuzz.ts'
import { keptBytes, keptSeeds } from './kept-seeds.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const LIMIT = 1_000_000

/** What recognises anything that lands on the desk. Bytes come in as Latin-1, so that every byte can be changed. */
export const recogniserTargets = (): Target[] => [
  { name: 'keys', takesBytes: true, seeds: [...keptBytes('keys')], run: areKeysOrRefused },
  {
    name: 'anything',
    takesBytes: true,
    seeds: [...keptBytes('inspected'), ...keptBytes('keys'), ...keptSeeds('query')],
    run: isInspected,
  },
  { name: 'wrapping', takesBytes: true, seeds: [...keptBytes('inspected'), ...keptSeeds('base64')], run: isUnpacked },
  { name: 'aggregate', seeds: keptSeeds('aggregate'), run: isListed },
]

/** The same for keys that a seed in the repository must not hold. */
export const keyTarget = (seeds: readonly string[]): Target => ({
  name: 'private keys',
  takesBytes: true,
  seeds,
  run: areKeysOrRefused,
})

async function areKeysOrRefused(input: string): Promise<void> {
  for (const given of [input, Buffer.from(input, 'latin1')]) {
    try {
      const material = KeyMaterial.parse(await readKeyMaterial(given, 'passphrase'))
      if (/PRIVATE KEY|"d":/.test(JSON.stringify(material))) throw new Error('a private key came out')
    } catch (error) {
      if (!(error instanceof KeyMaterialRefused)) throw error
    }
  }
}

async function isInspected(input: string): Promise<void> {
  Inspection.parse(await inspect(Buffer.from(input, 'latin1'), nothingKnown(NOW)))
}

function isUnpacked(input: string): void {
  const { bytes } = unpackMessage(Buffer.from(input, 'latin1'), LIMIT)
  if (bytes.length > LIMIT + 1 && bytes.length > input.length) throw new Error(`unpacked to ${bytes.length} bytes`)
}

/** Piece by piece nothing is found valid that is not so as a whole. */
async function isListed(input: string): Promise<void> {
  const bytes = Buffer.from(input)
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700)
  }
  const context = { now: NOW, mode: 'interop' } as const
  const listed = AggregateJudgement.parse(await judgeAggregate(chunks(), context, { again: chunks }))
  if (listed.verdict === 'valid' && judgeMetadata(bytes, context).verdict === 'invalid')
    throw new Error('valid in pieces, invalid as a whole')
}
