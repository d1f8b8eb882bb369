import type { z } from 'zod'
import type { Answer, Call } from '#shared/ipc/declare.ts'
import type { Problem } from '#shared/model/problem.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

export type Report = (what: string, cause: unknown) => void

/** One call, both ways through its schemas: what is not declared does not cross, in either direction. */
export async function answerCall(
  call: Call,
  handle: (input: never) => Promise<unknown>,
  input: unknown,
  report: Report,
): Promise<Answer<unknown>> {
  const checked = call.input.safeParse(input)
  if (!checked.success) return refused(inputProblem(checked.error))
  try {
    const output = call.output.safeParse(await handle(checked.data as never))
    if (output.success) return { ok: true, value: output.data }
    report('answered against the contract', output.error)
  } catch (error) {
    if (error instanceof InputRefused) {
      if (error.cause !== undefined) report(`refused: ${error.problem.code}`, error.cause)
      return refused(error.problem)
    }
    report('failed', error)
  }
  return refused(problem('desktop.unexpected'))
}

/** The first thing that is wrong, in the schema's own words, and the field it is in. */
function inputProblem(error: z.ZodError): Problem {
  const issue = error.issues[0]
  const field = issue?.path.findLast((part) => typeof part === 'string') ?? null
  return problem('desktop.input-refused', field, issue?.message)
}

const refused = (refusal: Problem): Answer<never> => ({ ok: false, problem: refusal })
