import type { CheckOf } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/** Version 2.0 of the Response and of the assertion, encrypted or not (SAML Core §3.2.2, §2.3.3). */
export const messageIsSaml2: CheckOf<ResponseSubject, 'saml.message'> = {
  code: 'saml.message',
  run({ response, assertion }) {
    const other = [response, ...(assertion === undefined ? [] : [assertion])].find(
      ({ element }) => element.version !== '2.0',
    )
    if (other === undefined) return { kind: 'passed', trust: 'verified', at: response.element.view }
    const { trust, element } = other
    const actual = element.version ?? 'none'
    return { kind: 'fault', code: 'saml.message.version', trust, at: element.view, expected: '2.0', actual }
  },
}
