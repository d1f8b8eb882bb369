import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '../installation.ts'

/** 32 MiB and some tenths of a second for each guess (one of the settings of the OWASP Password Storage Cheat Sheet). */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const MAXIMUM_MEMORY = 64 * 1024 * 1024
const SALT_BYTES = 16
const HASH_BYTES = 32

/** @returns `scrypt$N$r$p$salt$hash`, so that the cost can be raised without forgetting anyone's password */
export async function hashPassword(password: string, random: Random, cost = COST): Promise<string> {
  const salt = random(SALT_BYTES)
  const hash = await derive(password, salt, HASH_BYTES, cost)
  const { N, r, p } = cost
  return ['scrypt', N, r, p, Buffer.from(salt).toString('base64url'), hash.toString('base64url')].join('$')
}

/** Takes as long for an account without a password (`stored` undefined) as for one with another password. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = (stored ?? nobodysHash).split('$')
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), expected.length, cost)
  return timingSafeEqual(derived, expected) && stored !== undefined
}

const nobodysHash = ['scrypt', COST.N, COST.r, COST.p, 'A'.repeat(22), 'A'.repeat(43)].join('$')

/** Unicode has several spellings of one password (RFC 8265 §4.2 asks for NFC). */
function derive(password: string, salt: Uint8Array, length: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, { ...cost, maxmem: MAXIMUM_MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
