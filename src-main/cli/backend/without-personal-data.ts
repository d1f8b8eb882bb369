const personal: readonly (readonly [RegExp, string])[] = [
  [/[^\s"'<>()]+@[\w-]+(?:\.[\w-]+)+/g, '<address>'],
  // One-time tokens and session tokens: 256 bits as Base64.
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, '<token>'],
]

/** A database or a library may put what it was given into its error: the log keeps no address of a person and no token. */
export const withoutPersonalData = (text: string): string =>
  personal.reduce((kept, [pattern, word]) => kept.replace(pattern, word), text)
