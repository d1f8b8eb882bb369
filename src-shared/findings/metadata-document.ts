import type { CheckTexts } from './finding-text.ts'

/** What metadata is as a document: its schema, who vouches for it, how long it may be kept. */
export const metadataDocumentFindings = {
  'metadata.schema': {
    about: 'The schema of metadata',
    passed: 'The metadata fits its schema.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2',
    faults: {
      'metadata.schema.invalid': {
        severity: 'policy',
        title: 'The metadata does not fit its schema.',
        detail: 'Software that checks the schema refuses the whole file, whatever else is right in it.',
        owner: 'idp-admin',
        fix: 'Load the metadata from its source again. If it says the same there, report it to the vendor of that product.',
      },
    },
  },
  'metadata.signature': {
    about: 'The signature of metadata',
    passed: 'The metadata is signed with the key that was given as trusted.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §3',
    faults: {
      'metadata.signature.missing': {
        severity: 'info',
        title: 'The metadata is not signed.',
        detail: 'Only the way it came vouches for it: a page under https, or a person.',
        owner: 'idp-admin',
        fix: 'Nothing to do where it came from a trusted place.',
      },
      'metadata.signature.unsigned': {
        severity: 'error',
        title: 'The metadata is not signed, although a signature was asked for.',
        detail: 'A trusted certificate was given, and there is no signature that it could verify.',
        owner: 'idp-admin',
        fix: 'Load the signed metadata from its source.',
      },
      'metadata.signature.embedded': {
        severity: 'info',
        title: 'The metadata is intact, but signed with a key that it brings along itself.',
        detail: 'Anyone can make such a signature: it shows damage, and proves nothing about who wrote it.',
        owner: 'idp-admin',
        fix: 'Give the certificate of whoever publishes the metadata as trusted, from another source than this file.',
      },
      'metadata.signature.changed': {
        severity: 'error',
        title: 'The metadata was changed after it was signed.',
        detail: 'The digest no longer fits: something rewrote, reformatted or cut it.',
        owner: 'idp-admin',
        fix: 'Load it again from its source as bytes, without opening it in an editor.',
      },
      'metadata.signature.other-key': {
        severity: 'error',
        title: 'The metadata is signed with a key that is not trusted.',
        detail: 'None of the certificates that were given verifies the signature.',
        owner: 'idp-admin',
        fix: 'Ask whoever publishes the metadata whether the signing key was replaced, and compare the thumbprints.',
      },
      'metadata.signature.malformed': {
        severity: 'error',
        title: 'The signature of the metadata is not made as SAML asks.',
        detail:
          'It must be one, stand first, refer to the element it stands in, and use nothing but the two transforms of SAML.',
        owner: 'idp-admin',
        fix: 'Load the metadata from its source again. If it says the same there, report it to the vendor of that product.',
        reference: 'SAML Core §5.4',
      },
      'metadata.signature.sha-1': {
        severity: 'policy',
        title: 'The metadata is signed with SHA-1.',
        detail: 'Such signatures can be forged with effort.',
        owner: 'idp-admin',
        fix: 'Sign the metadata with RSA-SHA256 or ECDSA-SHA256.',
        reference: 'NIST SP 800-131A §3',
      },
    },
  },
  'metadata.freshness': {
    about: 'When to load the metadata again',
    passed: 'The metadata says well enough when to load it again.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.3.1, §4.3',
    faults: {
      'metadata.freshness.expires-soon': {
        severity: 'warning',
        title: 'The metadata expires within three days.',
        detail: 'After that nothing in it may be relied on, and strict software refuses every login.',
        owner: 'idp-admin',
        fix: 'Load it again from its source now, and see that this happens by itself.',
      },
      'metadata.freshness.cache-unreadable': {
        severity: 'warning',
        title: 'How long the metadata may be kept cannot be read.',
        detail: 'A duration looks like PT6H or P1D.',
        owner: 'idp-admin',
        fix: 'Set cacheDuration to a duration such as PT6H.',
      },
    },
  },
  'metadata.entity-once': {
    about: 'Each entity ID once',
    passed: 'No entity ID stands for two entities.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.3.2',
    faults: {
      'metadata.entity-once.repeated': {
        severity: 'error',
        title: 'An entity ID is described more than once.',
        detail: 'Software takes the first or the last, and so trusts one of two sets of keys by chance.',
        owner: 'idp-admin',
        fix: 'Leave one description of the entity in the aggregate.',
      },
    },
  },
} as const satisfies CheckTexts
