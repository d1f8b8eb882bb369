import { Html, html } from './html.ts'
import { style } from './style.ts'

export interface Page {
  readonly title: string
  readonly body: Html
  /** One column, for a page with one thing to do. */
  readonly narrow?: boolean
  /** Runs once; no other script can. */
  readonly script?: string
  /** The answer to its form leads on to the application, wherever that is. */
  readonly leaves?: boolean
}

/** @param nonce the one of this answer's Content-Security-Policy */
export function layout({ title, body, narrow = false, script }: Page, nonce: string): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Practice identity provider</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body>
<header><div><a href="/">Practice identity provider</a><span>For tests on this machine. Nothing here is secret.</span></div></header>
<main${narrow && new Html(' class="narrow"')}>
${body}
</main>
${script !== undefined && html`<script nonce="${nonce}">${new Html(script)}</script>`}
</body>
</html>
`
  return page.text
}
