/** Character data as Canonical XML 1.0 §2.3 writes it. */
export function escapeText(text: string): string {
  return needsTextEscape.test(text) ? text.replace(textEscapes, replacement) : text
}

/** Attribute values as Canonical XML 1.0 §2.3 writes them; they stand between double quotes. */
export function escapeAttribute(value: string): string {
  return needsAttributeEscape.test(value) ? value.replace(attributeEscapes, replacement) : value
}

const needsTextEscape = /[&<>\r]/
const textEscapes = /[&<>\r]/g
const needsAttributeEscape = /[&<"\t\n\r]/
const attributeEscapes = /[&<"\t\n\r]/g

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

const replacement = (character: string) => references[character] ?? character
