import { onResponse } from '../reading/on-assertion.ts'

/** Exact comparison; a signed Response must name one (SAML Bindings §3.5.5.2). */
export const destinationIsOurs = onResponse('saml.destination', ({ destination, view }, { serviceProvider }, trust) => {
  const { acsUrl } = serviceProvider
  if (acsUrl === undefined) return { kind: 'not-verified', trust, detail: 'Our ACS URL was not given.' }
  if (destination === undefined || destination === '') {
    if (trust === 'unverified')
      return { kind: 'passed', trust, at: view, detail: 'There is none, and the response is not signed.' }
    return { kind: 'fault', code: 'saml.destination.missing', trust, at: view, expected: acsUrl }
  }
  if (destination === acsUrl) return { kind: 'passed', trust, at: view, actual: destination }
  return { kind: 'fault', code: 'saml.destination.mismatch', trust, at: view, expected: acsUrl, actual: destination }
})
