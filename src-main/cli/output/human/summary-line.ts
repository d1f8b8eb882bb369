/** `3 files: 2 accepted, 1 rejected`; nothing for one file. */
export function summaryLine(verdictWords: readonly string[]): string[] {
  if (verdictWords.length < 2) return []
  const counts = new Map<string, number>()
  for (const word of verdictWords) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return [`${verdictWords.length} files: ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}`]
}
