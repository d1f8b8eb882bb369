import type { FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'
import { style } from './style.ts'

export interface Page {
  readonly title: string
  readonly body: Html
  /** Submits the page's one form as soon as it is loaded; without scripts a button does. */
  readonly submitsItself?: boolean
  /** For pages that hold more than one question. */
  readonly wide?: { readonly style: Html; readonly scriptPath: string }
}

/** Where the only script of these pages is served. */
export const SUBMIT_SCRIPT_PATH = '/sign-in/submit.js'

export function sendPage(reply: FastifyReply, status: number, page: Page) {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page, reply.cspNonce))
}

/** @param nonce without which the browser takes neither script nor style */
export function renderPage(
  { title, body, submitsItself = false, wide }: Page,
  { script, style: styleNonce }: { readonly script: string; readonly style: string },
): string {
  const scriptPath = submitsItself ? SUBMIT_SCRIPT_PATH : wide?.scriptPath
  const scriptTag =
    scriptPath === undefined ? null : html`<script src="${scriptPath}" nonce="${script}" defer></script>`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${styleNonce}">${style}${wide?.style ?? null}</style>
${scriptTag}
</head>
<body>
<main${wide === undefined ? null : html` class="wide"`}>
${body}
</main>
<footer>Claimcheck</footer>
</body>
</html>
`.text
}
