/** The last 8 digits of a SHA-256, in two groups: enough to tell two certificates apart on a call. */
export const shortThumbprint = (sha256: string): string => `${sha256.slice(-8, -4)} ${sha256.slice(-4)}`.toUpperCase()

/** Pairs parted by colons, as consoles and OpenSSL print it. */
export const wholeThumbprint = (sha256: string): string => sha256.toUpperCase().match(/../g)?.join(':') ?? ''
