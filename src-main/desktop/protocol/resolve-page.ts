import { join, sep } from 'node:path'
import { APP_HOST, APP_SCHEME } from '../security/app-origin.ts'

/** Names that a build makes; no dot files, no drives, no streams, no parents. */
const plainName = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/**
 * The file that a URL of ours names, inside `root`; null where it names anything else. The path is never decoded:
 * a build has no name that would need it, so a percent sign can only be an attempt to get out.
 */
export function resolvePage(url: string, root: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return null
  const names = (pathname.endsWith('/') ? `${pathname}index.html` : pathname).slice(1).split('/')
  if (!names.every((name) => plainName.test(name))) return null
  const file = join(root, ...names)
  return file.startsWith(root + sep) ? file : null
}
