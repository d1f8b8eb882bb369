import { type Content, type Html, html } from './html.ts'

/** A part of the report under its own heading; nothing where it has no content. */
export const section = (title: string, content: Content): Html | null =>
  content === null || content === undefined
    ? null
    : html`<section><h2>${title}</h2>
${content}
</section>`

/** @param rows each as long as `heads` */
export const table = (heads: readonly string[], rows: readonly (readonly Content[])[]): Html =>
  html`<div class="wide"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`
