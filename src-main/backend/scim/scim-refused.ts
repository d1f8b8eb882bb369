/** Keywords of RFC 7644 §3.12. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'invalidPath'
  | 'noTarget'

export type ScimStatus = 400 | 403 | 404 | 409 | 412

/** A directory asked for what is not done; nothing was changed. The words are for its administrator. */
export class ScimRefused extends Error {
  override readonly name = 'ScimRefused'
  readonly status: ScimStatus
  readonly scimType: ScimType | undefined

  constructor(status: ScimStatus, scimType: ScimType | undefined, says: string) {
    super(says)
    this.status = status
    this.scimType = scimType
  }
}

export const notThere = (): ScimRefused => new ScimRefused(404, undefined, 'There is no such resource.')

/** As RFC 7644 §3.14 has it: weak tags are compared like strong ones. @throws {ScimRefused} 412 */
export function requireScimVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags.includes(version.replace(/^W\//, ''))) {
    throw new ScimRefused(412, undefined, 'It was changed since it was read. Read it again, then make your change.')
  }
}
