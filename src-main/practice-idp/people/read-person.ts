import { z } from 'zod'
import type { PracticePerson } from '#shared/model/practice-idp.ts'
import { findPerson } from './find-person.ts'

const Typed = z.object({ username: z.string().max(300), password: z.string().max(300) })
/** A button beside each person spares the typing; the passwords stand next to it. */
const Chosen = z.object({ use: z.string() })

/** Who signs in by the form of the sign-in page, or the name that was typed in vain. */
export function readPerson(
  people: readonly PracticePerson[],
  body: unknown,
): PracticePerson | { readonly refusedName: string } {
  const chosen = Chosen.safeParse(body)
  const typed = Typed.safeParse(body)
  const person = chosen.success
    ? people.find(({ username }) => username === chosen.data.use)
    : typed.success
      ? findPerson(people, typed.data)
      : undefined
  return person ?? { refusedName: typed.data?.username ?? '' }
}

const Ticked = z.object({ second_factor: z.literal('yes') })

/** Whether they say that they proved who they are a second time. */
export const withSecondFactor = (body: unknown): boolean => Ticked.safeParse(body).success
