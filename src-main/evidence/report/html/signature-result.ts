import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/** @param refuted some signature was found not to hold */
export function result(verified: boolean, refuted: boolean): Html {
  if (verified) return html`<span class="result passed">${icons.passed}Verified</span>`
  if (refuted) return html`<span class="result error">${icons.error}Does not hold</span>`
  return html`<span class="result not-verified">${icons['not-verified']}Not verified</span>`
}
