import type { ProblemTexts } from './problem-text.ts'

export const certificateProblems = {
  'certificate.empty': {
    what: 'There is no certificate.',
    remedy: "Paste the signing certificate from the identity provider's console.",
  },
  'certificate.private-key': {
    what: 'This is a private key. It was not kept.',
    remedy:
      'Paste the certificate instead; it begins with BEGIN CERTIFICATE. If the key was sent to you, have it replaced.',
  },
  'certificate.request': {
    what: 'This is a certificate request, not a certificate.',
    remedy: 'Paste the certificate that was issued for it; it begins with BEGIN CERTIFICATE.',
  },
  'certificate.public-key': {
    what: 'This is a bare public key, not a certificate.',
    remedy: 'Paste the whole certificate; it begins with BEGIN CERTIFICATE.',
  },
  'certificate.several': {
    what: 'These are several certificates.',
    remedy: 'Paste only the one that signs; for several, load the metadata instead.',
  },
  'certificate.metadata': {
    what: 'This is metadata, not a certificate.',
    remedy: 'Choose “Paste metadata” and put it there: it holds the certificate and the addresses.',
  },
  'certificate.web-page': {
    what: 'This is a web page, not a certificate.',
    remedy: 'Open the page in a browser, download the certificate and paste its text.',
  },
  'certificate.too-large': {
    what: 'This is more than 1 MB, so it was not read.',
    remedy: 'A certificate has a few kilobytes: look for the file that ends in .cer, .crt or .pem.',
  },
  'certificate.other-kind': {
    what: 'This is neither a certificate nor a key.',
    remedy: 'The Inspector recognises messages, metadata, tokens and recordings: look at it there.',
  },
  'certificate.not-a-certificate': {
    what: 'This cannot be read as an X.509 certificate.',
    remedy: 'Copy it again from BEGIN CERTIFICATE to END CERTIFICATE, with nothing left out.',
  },
} as const satisfies ProblemTexts
