import { messageLimits } from '#main/xml/parse/parse-limits.ts'

/** Base64 takes four thirds of the message, URL encoding up to three times that; a little more for a form around it. */
export const MESSAGE_FILE_LIMIT = messageLimits.size * 4 + 100_000
