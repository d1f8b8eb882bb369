import { SAMLP } from '#main/saml/namespaces.ts'
import { onResponse } from '../reading/on-assertion.ts'

/** SAML Core §3.2.2: Extensions may be ignored, and are. */
export const extensionsAreIgnored = onResponse('saml.extensions', ({ view }, _context, trust) => {
  const [extensions] = view.children(SAMLP, 'Extensions')
  if (extensions === undefined) return { kind: 'passed', trust, at: view }
  const names = extensions.elements().map(({ name }) => name)
  return { kind: 'fault', code: 'saml.extensions.ignored', trust, at: extensions, actual: names.join('\n') }
})
