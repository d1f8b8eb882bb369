const start = /^<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>?/
const html = /^<(?:!doctype\s+html|html|head|body|title|meta|form|script|div|p|a|input)(?![\w.:-])/i

/** The outermost element by its start tag alone, so that broken XML still finds the judge that says where it breaks. */
export function readRootTag(
  xml: string,
): { readonly local: string; readonly namespace: string | undefined } | undefined {
  const [, prefix, local, attributes = ''] = start.exec(afterProlog(xml)) ?? []
  if (local === undefined) return undefined
  const declared = [...attributes.matchAll(/\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  const name = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  const found = declared.find(([, attribute]) => attribute === name)
  return { local, namespace: found?.[2] ?? found?.[3] }
}

export const looksLikeHtml = (text: string): boolean => html.test(afterProlog(text))

/** Longer than any start tag: what follows is not looked at. */
const LOOKED_AT = 20_000

/** From the first tag on: white space, comments, declaration and processing instructions skipped, in one pass. */
function afterProlog(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined
    if (end === undefined) return text.slice(at, at + LOOKED_AT)
    const close = text.indexOf(end, at)
    if (close === -1) return ''
    at = close + end.length
  }
}
