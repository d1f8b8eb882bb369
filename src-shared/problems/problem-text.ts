/** Two sentences for the screen: what happened, and what to do about it. */
export interface ProblemText {
  readonly what: string
  readonly remedy: string
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>
