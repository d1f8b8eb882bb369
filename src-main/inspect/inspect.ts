import type { Inspection } from '#shared/model/inspection.ts'
import { describe } from './describe/describe.ts'
import type { InspectionContext } from './inspection-context.ts'
import { inspectionLimits } from './inspection-limits.ts'
import { lookAt } from './look/look-at.ts'
import type { Look } from './look/shape.ts'

/**
 * Recognises and unpacks whatever it is given, and has its judge say what is to be said. Never throws for bad input, opens no
 * connection, and takes no more than `inspectionLimits`. A private key that is in it is said, never returned.
 */
export async function inspect(input: Uint8Array, context: InspectionContext): Promise<Inspection> {
  const look = input.length > inspectionLimits.input ? tooLarge : lookAt(input)
  const { thing, parts, exchanges } = await describe(look, context)
  return { ...thing, size: input.length, parts: [...parts], exchanges: [...exchanges] }
}

const tooLarge: Look = { shape: { is: 'too-large' }, layers: [], fields: [], query: undefined, text: undefined }
