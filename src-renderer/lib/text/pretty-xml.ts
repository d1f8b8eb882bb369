/** XML laid out for reading, and the way from a place in the original to the same place in it. */
export interface PrettyXml {
  readonly text: string
  /** @param offset in the original, in UTF-16 units; @returns the offset in `text` */
  readonly toPretty: (offset: number) => number
}

interface Token {
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'other'
  readonly start: number
  readonly text: string
}

const tokenPattern = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</g

/**
 * Begins a line for every tag, unless text stands beside it. White space between tags is dropped, all else is kept character for
 * character. Anything goes in: what is not XML comes out as it is.
 */
export function prettyXml(source: string): PrettyXml {
  const tokens = tokenize(source)
  const anchors: { from: number; to: number }[] = []
  let text = ''
  let depth = 0
  let previous: Token['kind'] | null = null
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'close') depth = Math.max(0, depth - 1)
    if (startsLine(tokens, index, previous)) text += `\n${'  '.repeat(depth)}`
    anchors.push({ from: token.start, to: text.length })
    text += token.text
    if (token.kind === 'open') depth++
    previous = token.kind
  }
  return { text, toPretty: (offset) => translate(anchors, offset) }
}

function tokenize(source: string): Token[] {
  const tokens = [...source.matchAll(tokenPattern)].map((match) => ({
    kind: kindOf(match[0]),
    start: match.index,
    text: match[0],
  }))
  return tokens.filter((token, index) => !isLayout(token, tokens, index))
}

function kindOf(text: string): Token['kind'] {
  if (!text.startsWith('<') || text === '<') return 'text'
  if (text.startsWith('<!') || text.startsWith('<?')) return 'other'
  if (text.startsWith('</')) return 'close'
  return text.endsWith('/>') ? 'empty' : 'open'
}

/** White space that only lays the document out: not all there is in an element. */
function isLayout(token: Token, tokens: readonly Token[], index: number): boolean {
  if (token.kind !== 'text' || token.text.trim() !== '') return false
  return !(tokens[index - 1]?.kind === 'open' && tokens[index + 1]?.kind === 'close')
}

function startsLine(tokens: readonly Token[], index: number, previous: Token['kind'] | null): boolean {
  const kind = tokens[index]?.kind
  if (previous === null || previous === 'text' || kind === 'text') return false
  return !(kind === 'close' && previous === 'open')
}

function translate(anchors: readonly { from: number; to: number }[], offset: number): number {
  let low = 0
  let high = anchors.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((anchors[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const anchor = anchors[low]
  return anchor === undefined ? offset : anchor.to + Math.max(0, offset - anchor.from)
}
