import type { Console } from '../process/console.ts'

/** Escaped in JSON by its own rules; these it would let through to a terminal: C1 controls, and what hides or turns text. */
const unseen = /[\u007f-\u009f\u00ad\p{Cf}\p{Zl}\p{Zp}]/gu

/** Members keep their order. Nothing that was in a message can steer a terminal. */
export const printJson = (value: unknown, console: Console): void =>
  console.out(`${JSON.stringify(value, null, 2).replace(unseen, escaped)}\n`)

/** In UTF-16 code units, as JSON escapes (RFC 8259 §7). */
const escaped = (character: string) =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
