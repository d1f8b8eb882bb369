import type { Inspection } from '#shared/model/inspection.ts'
import { inspectionLimits } from '../inspection-limits.ts'

export type ShownText = NonNullable<Inspection['text']>

const privateKey = /[-–—]{2}\s{0,8}BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[\s\S]*?(?:END [A-Z0-9 ]{0,40}PRIVATE KEY|$)/g
const REMOVED = '[private key removed]'

/** What may be seen: private keys taken out, and nothing so long that no one would read it. */
export function shownText(text: ShownText | undefined): {
  readonly text: ShownText | null
  readonly hadPrivateKey: boolean
} {
  if (text === undefined) return { text: null, hadPrivateKey: false }
  const content = text.content.includes('PRIVATE KEY') ? text.content.replace(privateKey, REMOVED) : text.content
  const hadPrivateKey = content !== text.content
  return { text: content.length > inspectionLimits.text ? null : { ...text, content }, hadPrivateKey }
}
