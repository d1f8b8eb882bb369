import { z } from 'zod'

/** The one thing that is judged otherwise. Ordered from the smallest change to the one that needs the most trust. */
export const WhatIfKind = z.enum([
  'clock-skew',
  'time',
  'acs-url',
  'audience',
  'issuer',
  'nonce',
  'tenant',
  'algorithm',
  'private-key',
  'certificate',
  'certificate-in-message',
  'key',
])
export type WhatIfKind = z.infer<typeof WhatIfKind>

/** A single change with which the captured message would be accepted. It is an explanation and is never published by itself. */
export const WhatIf = z.object({
  kind: WhatIfKind,
  /** As it is configured now; null where nothing is. */
  from: z.string().nullable(),
  to: z.string(),
  /** False where the setting does not go that far: clocks may differ by 300 seconds at most. */
  allowed: z.boolean(),
  /** Codes of the warnings that would remain. */
  warnings: z.array(z.string()),
})
export type WhatIf = z.infer<typeof WhatIf>
