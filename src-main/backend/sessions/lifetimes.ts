/** A session ends this long after it began, however busy it is. */
export const SESSION_HOURS = 12
/** And this long after it was last used. */
export const IDLE_MINUTES = 120
/** Every page would be a write otherwise. */
export const TOUCH_MINUTES = 5

export const MINUTE = 60_000
export const HOUR = 3_600_000
