/** Channel name of one call or event. */
export const channelOf = (feature: string, name: string): string => `claimcheck:${feature}:${name}`

/**
 * What a preload has to know of a contract: names, and which of them are calls, or calls about a file. Main derives it and hands it over with
 * the window, so that the preload carries neither schemas nor zod.
 */
export interface BridgeOutline {
  /** The window's global that it becomes. */
  readonly global: string
  readonly features: Readonly<Record<string, Readonly<Record<string, 'call' | 'file-call' | 'event'>>>>
}

/** Switch of the window's process that carries the outline, as Base64 of its JSON. */
export const OUTLINE_SWITCH = '--claimcheck-bridge='
