import { UsageError } from '../process/usage-error.ts'

/** A domain of `--email-domain`, in lower case. @throws {UsageError} */
export function emailDomainOf(text: string): string {
  const domain = text.trim().toLowerCase()
  if (/^[^\s@/:]+\.[^\s@/:]+$/.test(domain)) return domain
  throw new UsageError(`--email-domain takes a domain such as example.com, not "${text}".`)
}
