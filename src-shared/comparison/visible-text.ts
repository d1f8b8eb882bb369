/** Characters that a reader cannot see or that move others about: controls, formats, fillers, half surrogates, foreign spaces. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\S ]/gu

const drawings: Readonly<Record<string, string>> = {
  '\t': '⇥',
  '\n': '↵',
  '\r': '␍',
  '\u00a0': '⍽',
  '\u007f': '␡',
}

/** A space as it is drawn where it would be overlooked: at an end, doubled, or differing. */
export const DRAWN_SPACE = '␣'

/** Draws what cannot be seen, so that no value can hide or rearrange anything on paper, screen or terminal. */
export const visibleText = (text: string): string => text.replace(unseen, draw)

/** As `visibleText`, and draws spaces at either end and those that follow a space. */
export const visibleValue = (text: string): string =>
  visibleText(text.replace(/^ +| +$|(?<= ) +/g, (spaces) => DRAWN_SPACE.repeat(spaces.length)))

function draw(character: string): string {
  const known = drawings[character]
  if (known !== undefined) return known
  const point = character.codePointAt(0) ?? 0
  return point < 0x20
    ? String.fromCodePoint(0x2400 + point)
    : `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`
}
