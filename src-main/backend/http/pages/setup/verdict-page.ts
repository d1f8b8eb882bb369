import { outcomeSentence } from '#shared/findings/outcome-words.ts'
import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Profile } from '#shared/model/profile.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { findingsList, verdictBox } from './findings-list.ts'
import { widePage } from './setup-page.ts'

/** Where a browser that began in the wizard finds back to it. */
export const SETUP_RETURN_PATH = '/setup/continue'

interface TestVerdict {
  readonly organisation: string
  readonly judgement: ResponseJudgement
  readonly outcome: Outcome | null
}

/** What came back from the identity provider, judged; shown in whichever browser it came in. */
export const verdictPage = ({ organisation, judgement, outcome }: TestVerdict): Page => {
  const { verdict, identity, findings } = judgement
  const { word, says } = responseVerdictWords[verdict]
  const kind = verdict === 'accepted' ? 'good' : verdict === 'rejected' ? 'bad' : 'open'
  return widePage(
    `Test login: ${word}`,
    html`<p>Test login for ${organisation}. Nobody was signed in, and no account was made.</p>
<h1>${verdict === 'accepted' ? 'The test login worked' : 'The test login did not work yet'}</h1>
${verdictBox(kind, word, says)}
${identity === null ? null : person(identity.profile)}
${outcome === null ? null : html`<p>${outcomeSentence(outcome)}</p>`}
${findingsList(findings)}
<div class="actions"><a class="button" href="${SETUP_RETURN_PATH}">Back to the set-up</a></div>`,
  )
}

const person = ({ email, givenName, familyName, groups }: Profile): Html => html`<dl>
<dt>E-mail address</dt><dd>${email ?? 'did not arrive'}</dd>
<dt>Given name</dt><dd>${givenName ?? 'did not arrive'}</dd>
<dt>Family name</dt><dd>${familyName ?? 'did not arrive'}</dd>
${groups === null || groups.length === 0 ? null : html`<dt>Groups</dt><dd>${groups.join(', ')}</dd>`}
</dl>`
