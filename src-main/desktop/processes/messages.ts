import { z } from 'zod'
import { Problem } from '#shared/model/problem.ts'

/** From main to a process. */
export const Asked = z.object({ id: z.int(), feature: z.string(), name: z.string(), input: z.unknown() })
export type Asked = z.infer<typeof Asked>

const Answered = z.object({
  kind: z.literal('answered'),
  id: z.int(),
  answer: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), problem: Problem }),
  ]),
})
const Told = z.object({ kind: z.literal('told'), feature: z.string(), name: z.string(), payload: z.unknown() })

/** From a process to main. */
export const FromProcess = z.discriminatedUnion('kind', [Answered, Told])
export type FromProcess = z.infer<typeof FromProcess>
