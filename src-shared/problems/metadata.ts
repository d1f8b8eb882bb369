import type { ProblemTexts } from './problem-text.ts'

export const metadataProblems = {
  'metadata.empty': {
    what: 'There is nothing in it.',
    remedy: "Download the metadata from the identity provider's console again.",
  },
  'metadata.html': {
    what: 'This is a web page, not metadata.',
    remedy:
      'The address probably leads to a sign-in page. Open it in a browser, download the metadata and drop the file here.',
  },
  'metadata.binary': {
    what: 'This is not a text file, so it is not metadata.',
    remedy: "Download the metadata as XML from the identity provider's console. Unpack it first if it is an archive.",
  },
  'metadata.not-xml': {
    what: 'This is not well-formed XML.',
    remedy: 'Download the metadata again, and save it without opening it in an editor that changes it.',
  },
  'metadata.not-metadata': {
    what: 'This is XML, but not SAML metadata.',
    remedy: 'Look for a file or an address that the console calls metadata or federation metadata.',
  },
  'metadata.service-provider': {
    what: "This is an application's metadata, not an identity provider's.",
    remedy: "Load the metadata that the identity provider's console offers for this application.",
  },
  'metadata.aggregate': {
    what: 'This holds the metadata of several identity providers.',
    remedy: 'Load the metadata of the one identity provider that this connection is for.',
  },
  'metadata.no-entity-id': {
    what: 'The metadata does not say whose it is: it has no entity ID.',
    remedy: 'Download the metadata again. If the entity ID is still missing, enter the values by hand.',
  },
  'metadata.no-sign-in-address': {
    what: 'The metadata names no sign-in address for the Redirect or the POST binding.',
    remedy: 'Turn one of these bindings on at the identity provider, or enter its values by hand.',
  },
  'metadata.no-certificate': {
    what: 'The metadata holds no certificate for signing that can be read.',
    remedy: 'Download the metadata again once the identity provider has a signing certificate, or enter it by hand.',
  },
  'metadata.certificate': {
    what: 'This is a certificate, not metadata.',
    remedy: 'Choose “Enter by hand” and put it into the field Certificate.',
  },
  'metadata.private-key': {
    what: 'This is a private key. It was not kept.',
    remedy: 'Load the metadata instead. If the key was sent to you, have it replaced.',
  },
  'metadata.private-key-inside': {
    what: 'There is a private key in this metadata. None of it was kept.',
    remedy: 'Whoever wrote it has given the key away: have it replaced, and load metadata with certificates only.',
  },
  'metadata.too-large': {
    what: 'This is more than 10 MB, so it was not read.',
    remedy: "The metadata of one identity provider is far smaller: look for that one, not for a federation's.",
  },
} as const satisfies ProblemTexts
