import type { EntityDifference, EntityService } from '../model/entity-difference.ts'
import type { Endpoint } from '../model/judgement.ts'

/** What went and what came under one binding is a move; order and index alone are no difference. */
export function compareEndpoints(
  service: EntityService,
  before: readonly Endpoint[],
  after: readonly Endpoint[],
): EntityDifference[] {
  const gone = without(before, after)
  const came = without(after, before)
  const moved: EntityDifference[] = []
  for (const { binding, location } of [...gone]) {
    const index = came.findIndex((endpoint) => endpoint.binding === binding)
    const [target] = index === -1 ? [] : came.splice(index, 1)
    if (target === undefined) continue
    moved.push({ about: 'endpoint', kind: 'moved', service, binding, before: location, after: target.location })
    gone.splice(
      gone.findIndex((endpoint) => endpoint.binding === binding && endpoint.location === location),
      1,
    )
  }
  return [
    ...moved,
    ...came.map(({ binding, location }) => one('added', service, binding, location)),
    ...gone.map(({ binding, location }) => one('removed', service, binding, location)),
  ]
}

const one = (
  kind: 'added' | 'removed',
  service: EntityService,
  binding: string,
  location: string,
): EntityDifference => ({
  about: 'endpoint',
  kind,
  service,
  binding,
  before: kind === 'removed' ? location : null,
  after: kind === 'added' ? location : null,
})

const without = (all: readonly Endpoint[], others: readonly Endpoint[]): Endpoint[] =>
  all.filter(
    ({ binding, location }) => !others.some((other) => other.binding === binding && other.location === location),
  )

/** The first that says it is, else the first that does not deny it, else the first (SAML Metadata §2.2.3). */
export const defaultEndpoint = (endpoints: readonly Endpoint[]): Endpoint | undefined =>
  endpoints.find(({ isDefault }) => isDefault === true) ??
  endpoints.find(({ isDefault }) => isDefault === undefined) ??
  endpoints[0]
