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
  const found: { text: string; differs: boolean }[] = []
  characters.forEach((character, index) => {
    const differs = !same.has(index)
    const atEnd = index === 0 || index === characters.length - 1
    const text = character === ' ' && (differs || atEnd) ? DRAWN_SPACE : visibleText(character)
    const last = found.at(-1)
    if (last?.differs === differs) last.text += text
    else found.push({ text, differs })
  })
  return found
}
