import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { verdictBox } from './findings-list.ts'
import { longDate } from './provider-step-page.ts'
import { type SetupFrame, setupPage } from './setup-page.ts'
import { copyable } from './value.ts'

interface TestStep extends SetupFrame {
  /** Null until metadata was handed in. */
  readonly entityId: string | undefined
  readonly lastTest: { readonly verdict: Verdict; readonly at: string } | undefined
  /** Of exactly what is configured now. */
  readonly isTested: boolean
  /** This page's own, for another device. */
  readonly address: string
}

export const testStepPage = ({ entityId, lastTest, isTested, address, ...frame }: TestStep): Page =>
  setupPage(frame, 'test', {
    title: 'Test the sign-in',
    body:
      entityId === undefined
        ? html`<p>Hand in your metadata first.</p><div class="actions"><a class="button" href="${frame.base}/metadata">Hand in metadata</a></div>`
        : html`
<p>You sign in at your identity provider as always. The answer comes back here and is judged like a real one. It is a test: nobody is signed in, and no account is made.</p>
${lastTest === undefined ? null : last(lastTest, isTested)}
<div class="actions">
<form method="post" action="${frame.base}/test"><button${isTested ? html` class="plain"` : null}>${lastTest === undefined ? 'Run test login' : 'Run another test login'}</button></form>
${isTested ? html`<form method="post" action="${frame.base}/finish"><button>Finish: switch the connection on</button></form>` : null}
</div>
<details><summary>Test on a telephone, or in another browser</summary><p>Open this address there, then look at this page again. Whoever has it can change the set-up: send it to nobody else.</p>${copyable(address, 'address of this page')}</details>`,
  })

function last({ verdict, at }: { verdict: Verdict; at: string }, isTested: boolean): Html {
  const { word, says } = responseVerdictWords[verdict]
  const kind = verdict === 'accepted' ? 'good' : verdict === 'rejected' ? 'bad' : 'open'
  const when = `Last test, ${longDate(at)}.`
  return verdict === 'accepted' && !isTested
    ? verdictBox('open', 'Changed since the last test', `${when} Test again what is configured now.`)
    : verdictBox(kind, word, `${says} ${when}`)
}
