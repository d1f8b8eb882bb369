const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60]/u
const mark = /^\p{M}$/u

/** Columns that one character takes in a terminal, near enough to put marks below it. */
export function characterWidth(character: string): number {
  if (mark.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}
