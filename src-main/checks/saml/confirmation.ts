import { onConfirmation } from './bearer-confirmation.ts'
import { judgeConfirmationRequest, judgeConfirmationTime, judgeRecipient } from './judge-confirmation.ts'

export const recipientIsOurs = onConfirmation('saml.recipient', judgeRecipient)
export const confirmationIsInTime = onConfirmation('saml.confirmation-time', judgeConfirmationTime)
export const confirmationAnswersRequest = onConfirmation('saml.confirmation-request', judgeConfirmationRequest)

/** Named, never compared: it changes behind proxies (SAML Core §2.4.1.2). */
export const addressIsNamed = onConfirmation('saml.confirmation-address', ({ data, view }, _context, trust) =>
  data?.address === undefined
    ? { kind: 'passed', trust, at: data?.view ?? view }
    : { kind: 'fault', code: 'saml.confirmation-address.named', trust, at: data.view, actual: data.address },
)
