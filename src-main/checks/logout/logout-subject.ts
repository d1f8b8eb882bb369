import type { CheckOf } from '../finding/outcome.ts'
import type { LogoutSubject } from './logout-context.ts'

/** SAML Core §3.7.1: one user; without SessionIndex every session of theirs. */
export const userIsNamed: CheckOf<LogoutSubject, 'saml.logout.subject'> = {
  code: 'saml.logout.subject',
  run({ element, message: { trust } }) {
    const { nameIds, encryptedIds, sessionIndexes, view } = element
    const [name, another] = nameIds
    if (name === undefined && encryptedIds[0] !== undefined) {
      return {
        kind: 'not-verified',
        trust,
        at: encryptedIds[0],
        detail: 'The name is encrypted and could not be opened.',
      }
    }
    if (name === undefined || name.value === '')
      return { kind: 'fault', code: 'saml.logout.subject.missing', trust, at: view }
    if (another !== undefined || !name.whole)
      return { kind: 'fault', code: 'saml.logout.subject.several', trust, at: another ?? name }
    if (sessionIndexes.length === 0) {
      return { kind: 'fault', code: 'saml.logout.subject.every-session', trust, at: name, actual: name.value }
    }
    return { kind: 'passed', trust, at: name, actual: `${name.value}, session ${sessionIndexes.join(', ')}` }
  },
}
