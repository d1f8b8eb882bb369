/** A login flow waits this long for its answer (S30). */
export const FLOW_MINUTES = 10
/** From the callback to the page that makes the session: one redirect. */
export const HANDLE_SECONDS = 60
/** A link by mail; whoever reads it later asks for another. */
export const LINK_MINUTES = 15
/** A person who never asked to sign in reads a question first. */
export const CONFIRM_MINUTES = 5

export const secondsLater = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)
export const minutesLater = (now: Date, minutes: number): Date => secondsLater(now, minutes * 60)
