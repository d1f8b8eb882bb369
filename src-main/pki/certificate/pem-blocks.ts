export interface PemBlock {
  /** What stands after BEGIN, such as `CERTIFICATE`. */
  readonly label: string
  /** What stands between the armour lines, white space included. */
  readonly body: string
}

/** Mail and chat programs turn five dashes into fewer or longer ones. A row of them is looked at once, from its start. */
const BEGIN = /(?<![-–—])[-–—]{2,}\s*BEGIN ([A-Z0-9 ]{1,40}?)\s*[-–—]{2,}/g
const END = /(?<![-–—])[-–—]{2,}\s*END /

/** Every armoured block (RFC 7468 §2) in order; one that never ends reaches to the next or to the end. */
export function pemBlocks(text: string): PemBlock[] {
  const begins = [...text.matchAll(BEGIN)]
  return begins.map((begin, index) => {
    const start = begin.index + begin[0].length
    const inside = text.slice(start, begins[index + 1]?.index)
    return { label: begin[1] ?? '', body: inside.slice(0, lengthBefore(inside, END)) }
  })
}

function lengthBefore(text: string, pattern: RegExp): number {
  const at = text.search(pattern)
  return at === -1 ? text.length : at
}
