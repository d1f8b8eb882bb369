import type { Problem } from '../model/problem.ts'
import { aggregateProblems } from './aggregate.ts'
import { certificateProblems } from './certificate.ts'
import { connectionProblems } from './connection.ts'
import { desktopProblems } from './desktop.ts'
import { dropProblems } from './drop.ts'
import { fetchProblems } from './fetch.ts'
import { inspectorProblems } from './inspector.ts'
import { keyMaterialProblems } from './key-material.ts'
import { metadataProblems } from './metadata.ts'
import { openidProblems } from './openid.ts'
import { practiceIdpProblems } from './practice-idp.ts'
import { publicationProblems } from './publication.ts'
import { secretsProblems } from './secrets.ts'
import { tenantProblems } from './tenant.ts'
import { testLoginProblems } from './test-login.ts'
import { workspaceProblems } from './workspace.ts'

/** Every refusal of something a person entered or asked for. Code carries no prose: it names a key of this. */
export const problemCatalogue = {
  ...aggregateProblems,
  ...certificateProblems,
  ...connectionProblems,
  ...desktopProblems,
  ...dropProblems,
  ...fetchProblems,
  ...inspectorProblems,
  ...keyMaterialProblems,
  ...metadataProblems,
  ...openidProblems,
  ...tenantProblems,
  ...practiceIdpProblems,
  ...publicationProblems,
  ...secretsProblems,
  ...testLoginProblems,
  ...workspaceProblems,
} as const

export type ProblemCode = keyof typeof problemCatalogue

/** @param detail what no catalogue can know, such as a host name; stands after the first sentence */
export function problem(code: ProblemCode, field: string | null = null, detail = ''): Problem {
  const { what, remedy } = problemCatalogue[code]
  return { code, field, what: detail === '' ? what : `${what} ${detail}`, remedy }
}
