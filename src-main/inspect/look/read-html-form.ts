import type { Field } from './shape.ts'

const tag = /<input\b([^<>]{0,4000000})>/gi
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Fields of the forms in a page, as the page that carries a SAML message by POST holds them (SAML Bindings §3.5.4). */
export function readHtmlForm(html: string): Field[] {
  return [...html.matchAll(tag)].flatMap(([, inside = '']) => {
    const name = attribute(inside, 'name')
    const value = attribute(inside, 'value')
    return name === undefined || value === undefined ? [] : [{ name, value }]
  })
}

function attribute(inside: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(inside) ?? []
  const value = double ?? single ?? bare
  return value === undefined ? undefined : unescapeHtml(value)
}

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,5}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const point = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
