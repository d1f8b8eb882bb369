import type { PostedAnswer } from '../responses/answer-request.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

/** Posts itself (SAML Bindings §3.5.4); its button serves where no script runs. */
export function postPage({ acsUrl, fields }: PostedAnswer): Page {
  return {
    title: 'Back to the application',
    narrow: true,
    script: "document.getElementById('answer').submit()",
    body: html`
<h1>Taking you back</h1>
<p class="lead">to <code>${acsUrl}</code></p>
<form class="card" id="answer" method="post" action="${acsUrl}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="hint">If nothing happens, go on by hand.</p>
<button class="wide" type="submit">Continue to the application</button>
</form>`,
  }
}
