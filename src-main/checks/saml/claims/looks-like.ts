import type { AttributeElement } from '#main/saml/element/attribute.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'

type Member = keyof ClaimMapping

/** The last word of a claim URI or URN, without case, spaces, hyphens and underscores. */
const coreOf = (name: string) =>
  name
    .replace(/^(?:https?:|urn:mace:).*[/:]/i, '')
    .replace(/[\s_.-]/g, '')
    .toLowerCase()

const cores = new Map(
  Object.entries(wellKnownClaimNames).map(([member, names]) => [member, new Set(names.map(coreOf))]),
)

/** Whether name or friendly name is one under which identity providers send this, spelled some other way or not. */
export const looksLike = ({ name, friendlyName }: AttributeElement, member: Member): boolean =>
  [name, friendlyName].some((word) => word !== undefined && cores.get(member)?.has(coreOf(word)))
