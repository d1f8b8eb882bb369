/** Name of the form field or query parameter that carries the message (SAML Bindings §3.4.4.1, §3.5.4). */
export type MessageKind = 'SAMLRequest' | 'SAMLResponse'

/** Bytes of XML that one message may have. */
export const MESSAGE_LIMIT = 1_048_576
