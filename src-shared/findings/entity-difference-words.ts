import type { EntityDifference, EntityService } from '../model/entity-difference.ts'
import type { DifferenceWords } from './difference-words.ts'
import { keyDifferenceWords } from './key-difference-words.ts'

type Of<About extends EntityDifference['about']> = Extract<EntityDifference, { about: About }>

/** One difference in words. */
export function differenceWords(difference: EntityDifference): DifferenceWords {
  switch (difference.about) {
    case 'entity-id':
      return {
        says: `The entity ID changed from ${difference.before} to ${difference.after}.`,
        means: 'This is another entity to everyone who knew the old name: set the new one up before logins use it.',
        weight: 'breaks',
      }
    case 'display-name':
      return {
        says: `The display name changed from ${named(difference.before)} to ${named(difference.after)}.`,
        means: 'People see another name. Nothing else changes.',
        weight: 'harmless',
      }
    case 'role':
      return roleWords(difference)
    case 'keys':
      return keyDifferenceWords(difference)
    case 'endpoint':
      return endpointWords(difference)
    case 'default-acs':
      return {
        says: `The default ACS URL changed from ${difference.before} to ${difference.after}.`,
        means:
          'Responses to requests that name no ACS URL, and logins begun at the identity provider, go to the new one.',
        weight: 'watch',
      }
    case 'name-id-format':
      return nameIdWords(difference)
    case 'requested-attribute':
      return {
        says: `The attribute ${difference.value} is ${difference.kind === 'added' ? 'now asked for' : 'no longer asked for'}.`,
        means:
          difference.kind === 'added'
            ? 'Let the identity provider release it.'
            : 'The identity provider may stop releasing it.',
        weight: difference.kind === 'added' ? 'watch' : 'harmless',
      }
    case 'entity-attribute':
      return {
        says: `The entity attribute ${difference.value} was ${difference.kind}.`,
        means: 'Federation software may release other attributes, or list the entity elsewhere.',
        weight: 'watch',
      }
    case 'signing-wish':
      return wishWords(difference)
    case 'valid-until':
      return {
        says: `The metadata is valid ${until(difference.after)}; it was ${until(difference.before)}.`,
        means: difference.after === null ? 'It no longer says when to load it again.' : 'Load it again before then.',
        weight: 'harmless',
      }
  }
}

const named = (name: string | null) => (name === null ? 'none' : `“${name}”`)
const until = (time: string | null) => (time === null ? 'without end' : `until ${time}`)

function roleWords({ kind, role }: Of<'role'>): DifferenceWords {
  const word = role === 'idp' ? 'an identity provider' : 'a service provider'
  return kind === 'added'
    ? { says: `The entity is now also ${word}.`, means: 'Nothing changes for what it was already.', weight: 'harmless' }
    : { says: `The entity is no longer ${word}.`, means: 'Logins that need it in this role fail.', weight: 'breaks' }
}

const services: Readonly<
  Record<EntityService, { readonly name: string; readonly moved: string; readonly gone: string }>
> = {
  'sign-in': {
    name: 'sign-in URL',
    moved: 'Requests sent to the old address may fail: use the new one.',
    gone: 'Requests can no longer be sent this way.',
  },
  'sign-out': {
    name: 'sign-out URL',
    moved: 'Sign-outs sent to the old address may fail: use the new one.',
    gone: 'Sign-outs can no longer be sent this way.',
  },
  acs: {
    name: 'ACS URL',
    moved: 'Identity providers deliver only where they were told: set the new address there.',
    gone: 'Identity providers must no longer deliver there.',
  },
}

function endpointWords({ kind, service, binding, before, after }: Of<'endpoint'>): DifferenceWords {
  const { name, moved, gone } = services[service]
  const an = /^[aA]/.test(name) ? `An ${name}` : `A ${name}`
  const by = `for ${binding.slice(binding.lastIndexOf(':') + 1)}`
  if (kind === 'moved') {
    return {
      says: `The ${name} ${by} moved from ${before} to ${after}.`,
      means: moved,
      weight: service === 'sign-out' ? 'watch' : 'breaks',
    }
  }
  return kind === 'added'
    ? { says: `${an} ${by} was added: ${after}.`, means: 'What was used so far still works.', weight: 'harmless' }
    : { says: `${an} ${by} was removed: ${before}.`, means: gone, weight: service === 'sign-out' ? 'watch' : 'breaks' }
}

function nameIdWords({ kind, value }: Of<'name-id-format'>): DifferenceWords {
  const short = value.slice(value.lastIndexOf(':') + 1)
  return kind === 'added'
    ? { says: `The name ID format ${short} is now offered.`, means: 'Nothing has to change.', weight: 'harmless' }
    : {
        says: `The name ID format ${short} is no longer offered.`,
        means: 'If it is the one in use, people may come back under other names: accounts would not be found.',
        weight: 'watch',
      }
}

function wishWords({ wish, after }: Of<'signing-wish'>): DifferenceWords {
  return wishes[wish][after ? 'on' : 'off']
}

const wishes: Readonly<Record<Of<'signing-wish'>['wish'], Readonly<Record<'on' | 'off', DifferenceWords>>>> = {
  'signed-requests': {
    on: {
      says: 'The identity provider now wants signed requests.',
      means: 'Requests without a signature are refused: turn signing on.',
      weight: 'breaks',
    },
    off: {
      says: 'The identity provider no longer wants signed requests.',
      means: 'Signed ones still work.',
      weight: 'harmless',
    },
  },
  'signed-assertions': {
    on: {
      says: 'The application now wants signed assertions.',
      means: 'Turn assertion signing on at the identity provider.',
      weight: 'breaks',
    },
    off: {
      says: 'The application no longer wants signed assertions.',
      means: 'Make sure that the response is signed.',
      weight: 'watch',
    },
  },
  'signs-requests': {
    on: {
      says: 'The application now signs its requests.',
      means: 'Give the identity provider its certificate.',
      weight: 'watch',
    },
    off: {
      says: 'The application no longer signs its requests.',
      means: 'An identity provider that wants signatures will refuse them.',
      weight: 'watch',
    },
  },
}
