import type { Severity } from '#shared/model/finding.ts'
import { type Html, html } from './html.ts'

const icon = (shape: Html): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`

const ring = html`<circle cx="12" cy="12" r="9.5"/>`

/** Shapes differ as much as colours do, so that neither is needed alone. */
export const icons: Readonly<Record<Severity, Html>> = {
  passed: icon(html`${ring}<path d="m7.5 12.4 3.1 3.1 6-6.6"/>`),
  error: icon(html`${ring}<path d="m8.4 8.4 7.2 7.2m0-7.2-7.2 7.2"/>`),
  warning: icon(html`<path d="M12 3 2.4 20h19.2L12 3Zm0 6.6v4.6m0 2.9v.1"/>`),
  info: icon(html`${ring}<path d="M12 11v5.4m0-8.8v.1"/>`),
  'not-verified': icon(
    html`<circle cx="12" cy="12" r="9.5" stroke-dasharray="3.2 2.8"/><path d="M9.3 9.4a2.7 2.7 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2m0 2.9v.1"/>`,
  ),
}
