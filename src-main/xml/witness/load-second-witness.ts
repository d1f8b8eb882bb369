import type { SecondWitness } from './second-witness.ts'

/** Loads xml-crypto only where somebody asks for it. */
export async function loadSecondWitness(): Promise<SecondWitness> {
  const { xmlCryptoWitness } = await import('./xml-crypto-witness.ts')
  return xmlCryptoWitness
}
