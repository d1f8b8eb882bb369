import { visibleText } from '#shared/comparison/visible-text.ts'

/** Markup that is already safe. Only the `html` tag makes it. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

export type Content = Html | string | number | null | undefined | readonly Content[]

/** Everything put into the template is escaped, unless it is the work of this tag itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + markupOf(values[index - 1]) + string))
}

function markupOf(content: Content): string {
  if (content === null || content === undefined) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'object') return content.map(markupOf).join('')
  return escapeText(String(content))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Controls and text turners are drawn, line ends and tabs stay. */
const escapeText = (text: string) =>
  text
    .replace(/[^\P{Cc}\n\t]|[\p{Bidi_Control}\p{Cs}]/gu, visibleText)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
