import { html } from './html.ts'
import type { Page } from './layout.ts'

/** What some consoles answer in place of metadata: a page for people, from which it can be downloaded. */
export const metadataPage = (file: string): Page => ({
  title: 'Metadata',
  narrow: true,
  body: html`
<h1>Metadata</h1>
<p class="lead">Sign in to the console to see this application. Its metadata can be downloaded here.</p>
<p class="row"><a href="${file}" download="metadata.xml">Download the metadata</a></p>`,
})
