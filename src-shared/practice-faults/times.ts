import type { FaultTexts } from './fault-text.ts'

const clocks = {
  owner: 'idp-admin',
  cue: 'Set the clocks of both sides by NTP.',
  steps: ['set-right'],
  does: 'Set its clock.',
} as const

/** Clocks and the time in which an answer is good. */
export const timeFaults = {
  'expired-response': {
    name: 'Expired response',
    group: 'times',
    does: 'Sends an assertion whose time ran out two minutes ago.',
    teaches: 'An assertion is good for minutes: a page left open too long, or a lifetime set too short, ends it.',
    finding: 'saml.not-on-or-after.expired',
    shows: 'login',
    cure: {
      owner: 'user',
      cue: 'Begin the login again. If it keeps happening, set the clocks',
      steps: ['begin-again', 'set-right'],
      does: 'Set how long an assertion is good for, and its clock.',
    },
  },
  'not-yet-valid': {
    name: 'Not yet valid',
    group: 'times',
    does: 'Lets the assertion begin in ten minutes.',
    teaches: 'NotBefore is dated back a little by careful identity providers, never ahead.',
    finding: 'saml.not-before.too-early',
    shows: 'login',
    cure: clocks,
  },
  'clock-4-minutes-ahead': {
    name: 'Clock 4 minutes ahead',
    group: 'times',
    does: 'Dates everything four minutes ahead.',
    teaches:
      'Over the 60 seconds allowed, within the 300 that can be: what would help is named, the clock is still wrong.',
    finding: 'saml.clock.ahead',
    shows: 'login',
    cure: clocks,
  },
  'clock-10-minutes-ahead': {
    name: 'Clock 10 minutes ahead',
    group: 'times',
    does: 'Dates everything ten minutes ahead.',
    teaches: 'No skew that can be allowed helps: the clock must be set.',
    finding: 'saml.clock.ahead',
    shows: 'login',
    cure: clocks,
  },
} as const satisfies FaultTexts
