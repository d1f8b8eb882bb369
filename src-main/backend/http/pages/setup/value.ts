import { type Html, html } from '../html.ts'

/** A value to enter elsewhere, with a button that copies it where the browser can. @param what for a screen reader */
export const copyable = (
  value: string,
  what: string,
): Html => html`<div class="value"><code${value.includes('\n') ? html` class="scroll" tabindex="0"` : null}>${value}</code>
<button type="button" class="copy" data-copy="${value}" aria-label="Copy ${what}" hidden>Copy</button></div>`
