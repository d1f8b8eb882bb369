import type { Attack } from './attack.ts'
import { references } from './signature/references.ts'
import { decoys, foreignParts, repeatedParts } from './signature/shape.ts'
import { emptyDigests, tampering } from './signature/tampering.ts'
import { canonicalizations, transforms } from './signature/transforms.ts'
import { relatives } from './wrapping/relatives.ts'
import { xsw } from './wrapping/xsw.ts'

/** Every attack on a response, by row of the table of threats. */
export const catalogue: readonly Attack[] = [
  xsw,
  relatives,
  foreignParts,
  decoys,
  repeatedParts,
  tampering,
  emptyDigests,
  references,
  transforms,
  canonicalizations,
].flat()
