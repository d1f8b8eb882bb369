import type { ProblemTexts } from './problem-text.ts'

export const secretsProblems = {
  'secrets.locked': {
    what: 'The private keys are locked.',
    remedy: 'Enter your passphrase, then do this again.',
  },
  'secrets.unset': {
    what: 'This computer has no keychain that could keep private keys.',
    remedy: 'Set a passphrase that protects them, then do this again.',
  },
  'secrets.wrong-passphrase': {
    what: 'This is not the passphrase that protects the private keys.',
    remedy: 'Enter the passphrase you set on this computer.',
  },
  'secrets.lost': {
    what: 'The private keys on this computer cannot be opened any more.',
    remedy:
      'If the keychain was only unavailable or a file was moved, put it back and start the app again. Otherwise begin with new keys: the old ones are set aside, and service providers made here need to be made again.',
  },
  'secrets.damaged': {
    what: 'A private key on this computer is damaged and cannot be opened.',
    remedy: 'Restore its file from a backup, or make this side again.',
  },
  'secrets.missing': {
    what: 'The private key of this service provider is not on this computer.',
    remedy: 'Generate the service provider again and register its metadata at the identity provider.',
  },
  'secrets.not-lost': {
    what: 'The private keys can be opened, so they were not replaced.',
    remedy: 'Nothing needs to be done.',
  },
} as const satisfies ProblemTexts
