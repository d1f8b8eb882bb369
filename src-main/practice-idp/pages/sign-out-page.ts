import { Html, html } from './html.ts'
import type { Page } from './layout.ts'

/** Asks before it signs out (OpenID Connect RP-Initiated Logout §2): whoever sends the browser here may be anyone. */
export function signOutPage(form: string, formId: string): Page {
  return {
    title: 'Sign out',
    narrow: true,
    leaves: true,
    body: html`
<h1>Sign out?</h1>
<p class="lead">An application asks to sign you out here as well.</p>
${new Html(form)}
<div class="row"><button type="submit" form="${formId}" name="logout" value="yes">Sign out</button></div>`,
  }
}

export const signedOutPage = (): Page => ({
  title: 'Signed out',
  narrow: true,
  body: html`
<h1>You are signed out.</h1>
<p class="lead">The application did not say where to go on.</p>`,
})

/** After single logout. @param stayed entity IDs of applications that did not end theirs */
export const signedOutHerePage = (stayed: readonly string[]): Page => ({
  title: 'Signed out',
  narrow: true,
  body: html`
<h1>You are signed out.</h1>
<p class="lead">${stayed.length === 0 ? 'Here, and at every application you opened from here.' : 'Here. At these applications you may still be signed in:'}</p>
${stayed.length > 0 && html`<ul class="card people">${stayed.map((entityId) => html`<li><code>${entityId}</code></li>`)}</ul>`}
<p class="row"><a href="/">Practice identity provider: applications, people and faults</a></p>`,
})
