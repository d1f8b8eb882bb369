import type { PracticePerson } from '#shared/model/practice-idp.ts'
import { faultNotice } from './fault-notice.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export interface SignInView {
  /** Where the form goes. */
  readonly action: string
  /** Entity ID or client ID of the application that waits. */
  readonly application: string
  readonly people: readonly PracticePerson[]
  /** Names of the faults that are switched on. */
  readonly faults: readonly string[]
  /** What was typed when it was wrong; undefined the first time. */
  readonly refusedName?: string | undefined
}

export function signInPage({ action, application, people, faults, refusedName }: SignInView): Page {
  const refused = refusedName !== undefined
  return {
    title: 'Sign in',
    narrow: true,
    body: html`
<h1>Sign in</h1>
<p class="lead">to continue to <code>${application}</code></p>
${faultNotice(faults)}
<form class="card" method="post" action="${action}">
${refused && html`<p class="note bad" role="alert" id="refused">This user name and password do not go together. Take a pair from the list below.</p>`}
<label for="username">User name</label>
<input type="text" id="username" name="username" value="${refusedName ?? ''}" autocomplete="username" autocapitalize="none" spellcheck="false" required${!refused && html` autofocus`}${refused && html` aria-invalid="true" aria-describedby="refused"`}>
<label for="password">Password</label>
<input type="password" id="password" name="password" autocomplete="current-password" required${refused && html` autofocus`}>
${secondFactor('typed')}
<button class="wide" type="submit">Sign in</button>
</form>
<section aria-labelledby="people">
<h2 id="people">Practice people</h2>
<p class="hint">Anyone can use these: they protect nothing.</p>
<form method="post" action="${action}">
${secondFactor('chosen')}
<ul class="people">
${people.map(personRow)}
</ul>
</form>
</section>`,
  }
}

const secondFactor = (form: string): Html => html`<div class="choice">
<input type="checkbox" id="second-factor-${form}" name="second_factor" value="yes">
<label for="second-factor-${form}">As if with a second factor</label>
</div>`

const personRow = ({ givenName, familyName, email, username, password }: PracticePerson): Html => html`<li>
<span>${givenName} ${familyName}
<small>${email === '' ? 'no e-mail address' : email}</small>
<small><code>${username}</code> / <code>${password}</code></small></span>
<button class="quiet" type="submit" name="use" value="${username}" aria-label="Use ${givenName} ${familyName}">Use</button>
</li>`
