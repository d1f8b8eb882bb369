import { createHash } from 'node:crypto'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { certificates } from './certificates.ts'
import { claims } from './claims.ts'
import { configuration } from './configuration.ts'
import { findings } from './findings.ts'
import { Html, html } from './html.ts'
import { messages } from './messages.ts'
import { receipt } from './receipt.ts'
import { signatures } from './signatures.ts'
import { style } from './style.ts'
import { timeline } from './timeline.ts'
import { time } from './value.ts'
import { verdict } from './verdict.ts'
import { whatToDo } from './what-to-do.ts'

/** No script, no picture, no font, no form, nothing from anywhere: only the one style sheet, named by its digest. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`

const variants = {
  redacted: 'Redacted: names no person, holds no message',
  full: 'Full: holds personal data and the message',
}
const targets = { application: 'Test login', draft: 'Test login of a draft' }

export function page(report: EvidenceReport): Html {
  const { connection, test, variant } = report
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${connection.displayName} – evidence report</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<header>
<p class="brand"><span>Claimcheck</span> Evidence report</p>
<p class="variant">${variants[variant]}</p>
<h1><bdi>${connection.displayName}</bdi></h1>
<p class="soft">${targets[test.target]} with ${providerOf(connection.provider).name}, ${time(test.startedAt)}</p>
</header>
${[verdict, whatToDo, findings, claims, signatures, certificates, configuration, timeline, messages, receipt].map((part) => part(report))}
<footer><p>Test <code>${test.id}</code>. All times are UTC.</p></footer>
</main>
</body>
</html>
`
}
