import type { CertificateSummary } from '../model/certificate.ts'
import type { EntityDifference, KeyUse } from '../model/entity-difference.ts'
import type { DifferenceWords } from './difference-words.ts'

type KeyDifference = Extract<EntityDifference, { about: 'keys' }>

/** Keys that came, went or were replaced; what that means depends on whether some of the others stayed. */
export function keyDifferenceWords(difference: KeyDifference): DifferenceWords {
  const { kind, use, added, removed, kept } = difference
  const stayed = kept.length > 0 ? 'some' : 'none'
  const meaning = meanings[use][kind][stayed]
  if (kind === 'added') return { says: `${subject(use, added)} added: ${list(added)}.`, ...meaning }
  if (kind === 'removed') return { says: `${subject(use, removed)} removed: ${list(removed)}.`, ...meaning }
  const was =
    removed.length === 1 ? `${use} certificate ${list(removed)} was` : `${use} certificates ${list(removed)} were`
  return { says: `The ${was} replaced by ${list(added)}.`, ...meaning }
}

function subject(use: KeyUse, certificates: readonly CertificateSummary[]): string {
  if (certificates.length > 1) return `${certificates.length} ${use} certificates were`
  return use === 'encryption' ? 'An encryption certificate was' : 'A signing certificate was'
}

const list = (certificates: readonly CertificateSummary[]) =>
  certificates
    .map(({ name, sha256, notAfter }) => `${name} (…${sha256.slice(-8)}, until ${notAfter.slice(0, 10)})`)
    .join(' and ')

type Meaning = Pick<DifferenceWords, 'means' | 'weight'>
type Meanings = Readonly<Record<KeyDifference['kind'], Readonly<Record<'some' | 'none', Meaning>>>>

const meanings: Readonly<Record<KeyUse, Meanings>> = {
  signing: {
    added: {
      some: {
        means: 'A rollover has begun: load this before the new key is used, and nothing breaks.',
        weight: 'watch',
      },
      none: { means: 'There was none before: what it signs verifies only after this is loaded.', weight: 'breaks' },
    },
    removed: {
      some: { means: 'A rollover has ended: what is still signed with the old key will be refused.', weight: 'watch' },
      none: { means: 'Nothing it signs can be verified any more.', weight: 'breaks' },
    },
    rolled: {
      some: { means: 'What is signed with the new key verifies only after this is loaded.', weight: 'breaks' },
      none: {
        means: 'Nothing of the old is left: logins signed with the new key fail until this is loaded.',
        weight: 'breaks',
      },
    },
  },
  encryption: {
    added: {
      some: { means: 'Either key can be encrypted to.', weight: 'watch' },
      none: {
        means: 'Many identity providers begin to encrypt as soon as they find one: can it decrypt?',
        weight: 'watch',
      },
    },
    removed: {
      some: { means: 'Stop encrypting to it.', weight: 'watch' },
      none: { means: 'Nothing can be encrypted to it any more.', weight: 'breaks' },
    },
    rolled: {
      some: { means: 'Stop encrypting to the old key.', weight: 'watch' },
      none: {
        means: 'What is encrypted to the old key can no longer be read there: use the new one.',
        weight: 'breaks',
      },
    },
  },
}
