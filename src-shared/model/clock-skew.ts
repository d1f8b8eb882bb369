/** By how much two clocks may differ unless a policy says otherwise, and at most. */
export const DEFAULT_CLOCK_SKEW_SECONDS = 60
export const MAXIMUM_CLOCK_SKEW_SECONDS = 300
