import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { ProviderId } from '#shared/model/provider-id.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { findingsList, verdictBox } from './findings-list.ts'
import { longDate } from './provider-step-page.ts'
import { type SetupFrame, setupPage } from './setup-page.ts'

interface MetadataStep extends SetupFrame {
  readonly provider: ProviderId
  /** In use, from before. */
  readonly entityId: string | undefined
  readonly typed?: { readonly url: string; readonly text: string }
  readonly problem?: Problem
}

export const metadataStepPage = ({ provider: id, entityId, typed, problem, ...frame }: MetadataStep): Page => {
  const { findMetadata, name } = providerOf(id)
  const fault = (field: string) => problem?.field === field
  return setupPage(frame, 'metadata', {
    title: id === 'custom-saml' ? 'Hand in your metadata' : `Hand in the metadata of ${name}`,
    body: html`
<p>${findMetadata}</p>
${problem === undefined ? null : html`<p class="fault" id="fault" role="alert">${problem.what} ${problem.remedy}</p>`}
<form method="post" action="${frame.base}/metadata">
<label for="url">Metadata URL</label>
<input id="url" name="url" type="url" inputmode="url" spellcheck="false" placeholder="https://" value="${typed?.url ?? ''}"${fault('url') ? html` aria-invalid="true" aria-describedby="fault"` : null}>
<div hidden><label for="file">Or a file</label><input id="file" type="file" accept=".xml,application/xml,text/xml,application/samlmetadata+xml"></div>
<label for="text">Or the metadata itself</label>
<textarea id="text" name="text" spellcheck="false"${fault('paste') ? html` aria-invalid="true" aria-describedby="fault"` : null}>${typed?.text ?? ''}</textarea>
<div class="actions"><button>Check it</button>
${entityId === undefined ? null : html`<a class="quiet" href="${frame.base}/test">Keep what is in use: ${entityId}</a>`}</div>
</form>`,
  })
}

/** The same judge as everywhere; only what is valid is kept. */
export const metadataVerdictPage = (frame: SetupFrame, identityProvider: IdentityProvider): Page => {
  const { judgement } = identityProvider
  const isValid = judgement.verdict === 'valid'
  const { word, says } = metadataVerdictWords[judgement.verdict]
  return setupPage(frame, 'metadata', {
    title: isValid ? 'Your metadata is in use' : 'Your metadata cannot be used yet',
    body: html`
${verdictBox(isValid ? 'good' : 'bad', word, says)}
${used(identityProvider)}
${findingsList(judgement.findings)}
<div class="actions">${
      isValid
        ? html`<a class="button" href="${frame.base}/test">Go on to the test</a><a class="quiet" href="${frame.base}/metadata">Hand in other metadata</a>`
        : html`<a class="button" href="${frame.base}/metadata">Hand it in again</a>`
    }</div>`,
  })
}

const used = ({ entityId, singleSignOn, signingCertificates }: IdentityProvider): Html => html`<dl>
<dt>Entity ID</dt><dd><code>${entityId}</code></dd>
<dt>Sign-in address</dt><dd><code>${singleSignOn.url}</code></dd>
${signingCertificates.map(({ subject, notAfter }) => html`<dt>Certificate</dt><dd>${subject}, until ${longDate(notAfter)}</dd>`)}
</dl>`
