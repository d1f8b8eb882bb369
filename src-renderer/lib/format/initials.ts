/** @returns at most two letters that stand for a name, upper case */
export function initials(name: string): string {
  const words = name.split(/[\s\-_.,/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '')].slice(0, 2)
  return letters.join('').toUpperCase()
}
