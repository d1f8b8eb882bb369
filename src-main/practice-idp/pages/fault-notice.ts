import { type Html, html } from './html.ts'

/** So that nobody searches for a mistake that was asked for. */
export const faultNotice = (faults: readonly string[]): Html | undefined =>
  faults.length === 0
    ? undefined
    : html`<p class="note warn">Switched on: ${faults.join(', ')}. The response will be wrong on purpose.</p>`
