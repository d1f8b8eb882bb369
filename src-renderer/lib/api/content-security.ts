import { z } from 'zod'

// zod otherwise tries to make functions from text, which the content security policy forbids.
z.config({ jitless: true })

/** The response's nonce: main writes it into index.html each time it serves the page. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// Scroll locking under dialogs (react-remove-scroll) reads its nonce from here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })
