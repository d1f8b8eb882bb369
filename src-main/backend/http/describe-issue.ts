/** One entry of what the validator found, as fastify-type-provider-zod hands it over. */
export interface ValidationIssue {
  readonly keyword: string
  /** `/config/idpSsoUrl` */
  readonly instancePath: string
  readonly message?: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** Names the field and says what to do. */
export function describeIssue(issue: ValidationIssue): string {
  const nested = issue.keyword === 'invalid_union' ? closestBranch(issue) : undefined
  if (nested !== undefined) return describeIssue(nested)
  const field = fieldName(issue.instancePath)
  const { params = {} } = issue
  switch (issue.keyword) {
    case 'invalid_type':
      return invalidType(field, issue)
    case 'invalid_value':
    case 'invalid_union':
      return `${field} is not one of the values it can have. ${issue.message ?? ''}`.trim()
    case 'unrecognized_keys':
      return `${unknownFields(field, params.keys)} not known here. Leave it out.`
    case 'invalid_format':
      return params.format === 'url'
        ? `${field} is not a URL. Enter one that begins with https://.`
        : says(field, issue)
    case 'too_small':
      return params.minimum === 1 ? `${field} is empty. Enter a value.` : says(field, issue)
    default:
      return says(field, issue)
  }
}

function invalidType(field: string, { params = {}, message = '' }: ValidationIssue): string {
  const expected = String(params.expected ?? 'value')
  const missing = message.endsWith('received undefined')
  const article = /^[aeiou]/.test(expected) ? 'an' : 'a'
  return missing ? `${field} is missing. Add it.` : `${field} must be ${article} ${expected}.`
}

const says = (field: string, { message = 'It is not valid.' }: ValidationIssue) => `${field}: ${message}`

const fieldName = (path: string) => {
  const steps = path.split('/').filter((step) => step !== '')
  if (steps.length === 0) return 'The body'
  return steps.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`)).join('')
}

function unknownFields(parent: string, keys: unknown): string {
  const names = (Array.isArray(keys) ? keys : []).map((key) => (parent === 'The body' ? `${key}` : `${parent}.${key}`))
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`
}

interface ZodIssue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** A union tells what is wrong with each of its branches: the one that knows the fields, and has the fewest faults, was meant. */
function closestBranch({ instancePath, params }: ValidationIssue): ValidationIssue | undefined {
  const branches = (params?.errors ?? []) as readonly (readonly ZodIssue[])[]
  const [closest] = branches.filter(({ length }) => length > 0).toSorted((a, b) => distance(a) - distance(b))
  const issue = closest?.[0]
  if (issue === undefined) return undefined
  const { code, path, message, ...rest } = issue
  const steps = path.map((step) => `/${String(step)}`).join('')
  return {
    keyword: code,
    instancePath: `${instancePath === '/' ? '' : instancePath}${steps}`,
    message,
    params: { ...rest },
  }
}

const distance = (issues: readonly ZodIssue[]) =>
  issues.length + (issues.some(({ code }) => code === 'unrecognized_keys') ? 1_000 : 0)
