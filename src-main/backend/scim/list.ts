import SCIMMY from 'scimmy'
import { z } from 'zod'
import { ScimRefused } from './scim-refused.ts'

/** Of one page, and of all that a filter which the database does not know is matched against. */
export const MOST_ON_A_PAGE = 200
const MOST_FILTERED = 20_000

export const ScimListQuery = z.object({
  filter: z.string().trim().min(1).max(1_000).optional(),
  startIndex: z.coerce.number().int().catch(1).default(1),
  count: z.coerce.number().int().catch(MOST_ON_A_PAGE).default(MOST_ON_A_PAGE),
  attributes: z.string().max(1_000).optional(),
  excludedAttributes: z.string().max(1_000).optional(),
})
export type ScimListQuery = z.output<typeof ScimListQuery>

interface Listing<By extends string, Presented> {
  /** Attribute as the filter names it, in lower case → how the store finds it. */
  readonly indexed: Readonly<Record<string, By>>
  readonly count: (filter: { by: By; value: string } | undefined) => Promise<number>
  readonly list: (
    filter: { by: By; value: string } | undefined,
    page: { offset: number; limit: number },
  ) => Promise<readonly Presented[]>
}

/** RFC 7644 §3.4.2: equality goes to the database, any other filter over all. @throws {ScimRefused} */
export async function listResources<By extends string, Presented extends object>(
  { filter, startIndex, count, ...shown }: ScimListQuery,
  { indexed, list, count: countAll }: Listing<By, Presented>,
) {
  const offset = Math.max(1, startIndex) - 1
  const limit = Math.min(Math.max(0, count), MOST_ON_A_PAGE)
  const equality = filter === undefined ? undefined : equalityIn(filter, indexed)
  if (filter === undefined || equality !== undefined) {
    const found = limit === 0 ? [] : await list(equality, { offset, limit })
    return answer(found, await countAll(equality), offset, shown)
  }
  const expression = parseFilter(filter)
  const all = await list(undefined, { offset: 0, limit: MOST_FILTERED + 1 })
  if (all.length > MOST_FILTERED) throw new ScimRefused(400, 'tooMany', 'Filter by userName, e-mail or externalId.')
  const matching = expression.match([...all]) as Presented[]
  return answer(matching.slice(offset, offset + limit), matching.length, offset, shown)
}

const answer = (found: readonly object[], totalResults: number, offset: number, shown: Shown) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults,
  startIndex: offset + 1,
  itemsPerPage: found.length,
  Resources: found.map((one) => projected(one, shown)),
})

/** `userName eq "ada@acme.example"`: names and addresses are the same in any case. */
function equalityIn<By extends string>(filter: string, indexed: Readonly<Record<string, By>>) {
  const [, path = '', quoted] =
    /^([\w.]+|emails\[type eq "work"\]\.value) +eq +("(?:[^"\\]|\\.)*")$/i.exec(filter) ?? []
  const by = indexed[path.toLowerCase()]
  if (by === undefined || quoted === undefined) return undefined
  const value = z.string().safeParse(parsed(quoted)).data
  if (value === undefined) return undefined
  return { by, value: by === 'externalId' || by === 'id' ? value : value.toLowerCase() }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function parseFilter(filter: string) {
  try {
    return new SCIMMY.Types.Filter(filter)
  } catch (cause) {
    if (cause instanceof SCIMMY.Types.Error) throw cause
    throw new ScimRefused(400, 'invalidFilter', 'The filter cannot be read.')
  }
}

type Shown = Pick<ScimListQuery, 'attributes' | 'excludedAttributes'>

const ALWAYS = new Set(['schemas', 'id', 'meta'])

/** Whole attributes by their first name (RFC 7644 §3.9); `id` is always there. */
export function projected(resource: object, { attributes, excludedAttributes }: Shown): object {
  const wanted = namesIn(attributes)
  const unwanted = namesIn(excludedAttributes)
  if (wanted.size === 0 && unwanted.size === 0) return resource
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      if (ALWAYS.has(name)) return true
      return wanted.size > 0 ? wanted.has(name.toLowerCase()) : !unwanted.has(name.toLowerCase())
    }),
  )
}

const namesIn = (list = '') =>
  new Set(
    list
      .split(',')
      .map(
        (name) =>
          name
            .trim()
            .replace(/^urn:.*:/i, '')
            .split('.')[0]
            ?.toLowerCase() ?? '',
      )
      .filter((name) => name !== ''),
  )
