import type { ProblemTexts } from './problem-text.ts'

/** Why no certificate and no key could be taken out of what was given. One for every reason of `KeyMaterialRefused`. */
export const keyMaterialProblems = {
  'key-material.empty': {
    what: 'There is nothing in it.',
    remedy: 'Paste or drop a certificate, a key or a file that holds them.',
  },
  'key-material.too-large': {
    what: 'This is larger than one megabyte, more than any certificates and keys take.',
    remedy: 'Cut out the certificate, from BEGIN CERTIFICATE to END CERTIFICATE, and paste that.',
  },
  'key-material.web-page': {
    what: 'This is a web page, not a certificate.',
    remedy: 'Open the page in a browser, download the certificate and give the file.',
  },
  'key-material.java-keystore': {
    what: 'This is a Java keystore, which cannot be opened here.',
    remedy: 'Export the certificate: keytool -exportcert -rfc -keystore <file> -alias <name>',
  },
  'key-material.ssh-key': {
    what: 'This is an SSH key, which no single sign-on uses.',
    remedy: 'Ask for the X.509 certificate; its text begins with BEGIN CERTIFICATE.',
  },
  'key-material.openpgp': {
    what: 'This is an OpenPGP key, which no single sign-on uses.',
    remedy: 'Ask for the X.509 certificate; its text begins with BEGIN CERTIFICATE.',
  },
  'key-material.passphrase-needed': {
    what: 'This file is sealed with a passphrase.',
    remedy: 'Give the passphrase.',
  },
  'key-material.passphrase-wrong': {
    what: 'The passphrase does not open this file.',
    remedy: 'Try again: capital letters and spaces at the ends count.',
  },
  'key-material.too-costly': {
    what: 'Opening this file was meant to take hours. It was not tried.',
    remedy: 'Ask for the certificate in PEM, without the private key.',
  },
  'key-material.damaged': {
    what: 'This begins like certificates or keys but cannot be read: it was cut or changed on the way.',
    remedy: 'Copy or download it again, with nothing left out.',
  },
  'key-material.not-key-material': {
    what: 'There is no certificate and no key in it.',
    remedy: 'Give a certificate in PEM, DER, PKCS#7 or PKCS#12, or a JSON Web Key.',
  },
} as const satisfies ProblemTexts
