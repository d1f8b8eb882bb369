import type { Cure, FaultTexts } from './fault-text.ts'

const attack = {
  owner: 'idp-admin',
  cue: 'Treat this message as an attack',
  steps: ['set-right'],
  does: 'Take out whoever changes messages on their way.',
} as const satisfies Cure

/** What an attacker does with a message that was signed. */
export const forgeryFaults = {
  'signature-elsewhere': {
    name: 'Signature over another element',
    group: 'forgeries',
    does: 'Puts the signature of the assertion on the response.',
    teaches: 'A signature speaks for the element it names and for no other.',
    finding: 'saml.signature-shape.reference',
    shows: 'login',
    cure: attack,
  },
  'forged-beside': {
    name: 'Forged assertion in front',
    group: 'forgeries',
    does: 'Puts a forged assertion in front of the signed one (XSW 3).',
    teaches: 'An application that checks one assertion and reads the other signs in whomever the attacker likes.',
    finding: 'saml.structure.several-assertions',
    shows: 'login',
    cure: {
      owner: 'idp-admin',
      cue: 'Send exactly one assertion',
      steps: ['set-right'],
      does: 'Have it send one assertion, and nobody add another.',
    },
  },
  'forged-around': {
    name: 'Forged assertion around it',
    group: 'forgeries',
    does: 'Wraps the signed assertion in a forged one (XSW 4).',
    teaches: 'An assertion counts where it belongs, as a child of the response.',
    finding: 'saml.structure.assertion-misplaced',
    shows: 'login',
    cure: attack,
  },
  'forged-in-extensions': {
    name: 'Forged assertion in Extensions',
    group: 'forgeries',
    does: 'Hides a forged assertion of the same ID in Extensions (XSW 7).',
    teaches: 'Where a reader searches by ID, the first of two wins.',
    finding: 'saml.structure.assertion-misplaced',
    shows: 'login',
    cure: attack,
  },
  'signed-in-object': {
    name: 'Signed assertion put away',
    group: 'forgeries',
    does: 'Puts the signed assertion into its own signature, and a forged one in its place (XSW 8).',
    teaches: 'The signature still holds for what it covers. What is read must be that.',
    finding: 'saml.structure.assertion-misplaced',
    shows: 'login',
    cure: attack,
  },
  'comment-in-name': {
    name: 'Comment in the name',
    group: 'forgeries',
    does: 'Puts an XML comment into the name identifier after it was signed.',
    teaches: 'The signature still holds. A reader that stops at the comment signs in somebody else (CVE-2017-11427).',
    finding: 'saml.text.comment',
    shows: 'login',
    cure: {
      owner: 'idp-admin',
      cue: 'Find out who put the comment there',
      steps: ['set-right'],
      does: 'Take out whoever adds comments.',
    },
  },
  'shared-identifier': {
    name: 'Two elements, one ID',
    group: 'forgeries',
    does: 'Gives the response the ID of the assertion.',
    teaches: 'A signature names what it covers by its ID, so an ID must be there once.',
    finding: 'saml.structure.identifier-shared',
    shows: 'login',
    cure: attack,
  },
} as const satisfies FaultTexts
