import type { Judged } from '#main/checks/finding/judged.ts'
import { explained } from '#main/checks/oidc/login/callback.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { lookAt } from '../look/look-at.ts'
import type { Look, Shape } from '../look/shape.ts'
import { alone, type Described, makeThing } from './thing.ts'
import { describeToken } from './token.ts'

type FieldsShape = Extract<Shape, { is: 'fields' }>

/** An address or form without a SAML message: OpenID Connect's, or nobody's. */
export async function describeFields(
  { address, fields, carrier }: FieldsShape,
  look: Look,
  context: InspectionContext,
): Promise<Described> {
  const has = (name: string) => fields.some((field) => field.name === name)
  const value = (name: string) => fields.find((field) => field.name === name)?.value
  const seen = { ...look, fields: [...look.fields, ...fields] }
  const facts = [
    ['Address', address],
    ['Carried in', carrier === 'address' ? null : carrier],
  ] as const
  if ((has('response_type') && has('client_id')) || (has('request_uri') && has('client_id')))
    return alone(makeThing(seen, { kind: 'authorization-request', facts }))
  // WS-Federation 1.2 §13.2.2.
  if (value('wa') === 'wsignin1.0' && has('wtrealm'))
    return alone(makeThing(seen, { kind: 'ws-federation-request', facts }))
  if (['code', 'error', 'id_token', 'access_token'].some(has)) {
    const parts = []
    for (const name of ['id_token', 'access_token']) {
      const inner = lookAt(Buffer.from(value(name) ?? ''))
      if (inner.shape.is === 'token')
        parts.push({ ...(await describeToken(inner.shape.token, inner, context, name)), place: name })
    }
    const thing = makeThing(seen, { kind: 'authorization-response', facts, judged: callback(value, address) })
    return { thing, parts, exchanges: [] }
  }
  return alone(
    makeThing(seen, {
      kind: 'address',
      facts,
      judged: [['inspect.document', { kind: 'fault', code: 'inspect.document.address', trust: 'verified' }]],
    }),
  )
}

function callback(value: (name: string) => string | undefined, address: string | null): Judged[] {
  const error = value('error')
  const inAddress = address !== null && (value('id_token') ?? value('access_token')) !== undefined
  return [
    error === undefined
      ? ['inspect.callback', { kind: 'passed', trust: 'verified' }]
      : [
          'inspect.callback',
          {
            kind: 'fault',
            code: 'inspect.callback.error',
            trust: 'verified',
            ...explained(error, value('error_description') ?? ''),
          },
        ],
    ...(inAddress
      ? [
          [
            'inspect.callback',
            { kind: 'fault', code: 'inspect.callback.token-in-address', trust: 'verified' },
          ] as Judged,
        ]
      : []),
  ]
}
