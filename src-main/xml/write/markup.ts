import { escapeAttribute, escapeText } from '../canonicalize/escape.ts'

declare const written: unique symbol
/** Well-formed markup: made here alone, so that a value can never be taken for markup. */
export type Markup = string & { readonly [written]: true }

/** Attributes in the order given; an undefined one is left out. */
export type AttributeValues = Readonly<Record<string, string | boolean | number | undefined>>

export function element(name: string, attributes: AttributeValues, ...children: (Markup | undefined)[]): Markup {
  let tag = `<${name}`
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${attribute}="${escapeAttribute(readable(String(value)))}"`
  }
  const content = children.join('')
  return (content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`) as Markup
}

export const text = (value: string): Markup => escapeText(readable(value)) as Markup

/** An element that holds text alone. */
export const leaf = (name: string, value: string, attributes: AttributeValues = {}): Markup =>
  element(name, attributes, text(value))

/** No reference can stand for these characters (XML 1.0 §2.2): they are drawn instead, so that what is written parses. */
const readable = (value: string) =>
  value.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
