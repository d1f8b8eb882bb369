import { element, leaf, type Markup } from '#main/xml/write/markup.ts'

/** @param certificate Base64 of the DER */
export const writeKeyDescriptor = (use: 'signing' | 'encryption', certificate: string): Markup =>
  element(
    'md:KeyDescriptor',
    { use },
    element('ds:KeyInfo', {}, element('ds:X509Data', {}, leaf('ds:X509Certificate', certificate))),
  )
