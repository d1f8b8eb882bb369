import { commonCharacters } from './common-characters.ts'
import { DRAWN_SPACE, visibleText } from './visible-text.ts'

/** A run of characters, drawn visibly, that is the same in both values or is not. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

export interface Difference {
  readonly expected: readonly Piece[]
  readonly actual: readonly Piece[]
}

/** Marks in two values the characters that the other does not have there. Invisible ones come out drawn. */
export function markDifference(expected: string, actual: string): Difference {
  const before = Array.from(expected)
  const after = Array.from(actual)
  const same = commonCharacters(before, after)
  return {
    expected: pieces(before, new Set(same.map(([index]) => index))),
    actual: pieces(after, new Set(same.map(([, index]) => index))),
  }
}

function pieces(characters: readonly string[], same: ReadonlySet<number>): Piece[] {
  const runs: { text: string; differs: boolean }[] = []
  characters.forEach((character, index) => {
    const differs = !same.has(index)
    const last = runs.at(-1)
    if (last?.differs === differs) last.text += character
    else runs.push({ text: character, differs })
  })
  return runs.map(({ text, differs }, index) => ({
    text: visibleText(drawEnds(text, differs || index === 0, differs || index === runs.length - 1)),
    differs,
  }))
}

/** Spaces at the ends of a value, or of what differs, would be overlooked. */
function drawEnds(text: string, start: boolean, end: boolean): string {
  const draw = (spaces: string) => DRAWN_SPACE.repeat(spaces.length)
  const begun = start ? text.replace(/^ +/, draw) : text
  return end ? begun.replace(/ +$/, draw) : begun
}
