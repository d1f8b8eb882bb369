import type { FaultId } from '#shared/model/practice-idp.ts'

interface FaultText {
  readonly name: string
  /** What it does to the response. */
  readonly does: string
  /** What one learns from it. */
  readonly teaches: string
}

export const faultTexts: Readonly<Record<FaultId, FaultText>> = {
  'wrong-audience': {
    name: 'Wrong audience',
    does: 'Issues the assertion for another application.',
    teaches: 'The most common mistake: the entity ID typed into the console is not ours, character for character.',
  },
  'expired-response': {
    name: 'Expired response',
    does: 'Sends an assertion whose time has run out.',
    teaches: 'What clocks that differ, or a page left open too long, look like.',
  },
  'unsigned-response': {
    name: 'Unsigned response',
    does: 'Leaves the signature out.',
    teaches: 'Without a signature anyone could have written it, so nothing in it counts.',
  },
}
