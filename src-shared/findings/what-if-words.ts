import type { WhatIfKind } from '../model/what-if.ts'

/** What would be judged otherwise, as the beginning of a sentence: “With another issuer”. */
export const whatIfWords: Readonly<Record<WhatIfKind, string>> = {
  'clock-skew': 'With clocks that may differ more',
  time: 'At the time it was issued',
  'acs-url': 'With another ACS URL',
  audience: 'With another client ID or entity ID',
  issuer: 'With another issuer',
  nonce: 'For another request',
  tenant: 'With another tenant let in',
  algorithm: 'With another signing algorithm',
  'private-key': 'With another private key of ours',
  certificate: 'With another certificate',
  'certificate-in-message': 'With the certificate in the message',
  key: 'With another key of the provider',
}
