import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { InspectedKind } from '#shared/model/inspection.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { describeFields } from './fields.ts'
import { describeJson } from './json.ts'
import { describeKeys } from './keys.ts'
import { alone, type Described, makeThing } from './thing.ts'
import { describeToken } from './token.ts'
import { describeXml } from './xml.ts'

/** What something with these looks is, and what its judge says. */
export async function describe(look: Look, context: InspectionContext): Promise<Described> {
  const { shape } = look
  switch (shape.is) {
    case 'xml':
      return describeXml(shape, look, context)
    case 'json':
      return describeJson(shape, look, context, describe)
    case 'token':
      return alone(await describeToken(shape.token, look, context))
    case 'keys':
      return alone(await describeKeys(shape.bytes, look, context))
    case 'fields':
      return describeFields(shape, look, context)
    case 'html':
      return alone(unknownThing(look, 'web-page', 'inspect.document.web-page'))
    case 'empty':
      return alone(unknownThing(look, 'empty', 'inspect.document.empty'))
    case 'too-large':
      return alone(unknownThing(look, 'too-large', 'inspect.document.too-large'))
    case 'binary':
      return alone(unknownThing(look, 'binary', 'inspect.document.binary'))
    case 'text':
      return alone(unknownThing(look, 'text', 'inspect.document.text'))
  }
}

function unknownThing(look: Look, kind: InspectedKind, code: FaultCode<'inspect.document'>) {
  return makeThing(look, {
    kind,
    judged: [['inspect.document', { kind: 'fault', code, trust: 'verified' }]],
    ...(look.text?.trim() && kind !== 'too-large' ? { text: { language: 'text', content: look.text } } : {}),
  })
}
