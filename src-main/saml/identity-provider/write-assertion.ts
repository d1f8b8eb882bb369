import { element, leaf, type Markup } from '#main/xml/write/markup.ts'
import { SAML } from '../namespaces.ts'
import type {
  AssertionValues,
  AttributeValues,
  AuthnStatementValues,
  ConditionsValues,
  ConfirmationValues,
  Moment,
  NameIdValues,
} from './response-values.ts'

export const moment = (value: Moment | undefined): string | undefined =>
  value instanceof Date ? value.toISOString() : value

/** An Assertion (SAML Core §2.3.3), its children in the order of the schema. */
export function writeAssertion(values: AssertionValues): Markup {
  const { nameId, confirmation, conditions, authnStatement, attributes } = values
  const subject = [nameId && writeNameId(nameId), confirmation && writeConfirmation(confirmation)]
  return element(
    'saml:Assertion',
    { 'xmlns:saml': SAML, ID: values.id, Version: '2.0', IssueInstant: moment(values.issueInstant) },
    leaf('saml:Issuer', values.issuer),
    subject.some((part) => part !== undefined) ? element('saml:Subject', {}, ...subject) : undefined,
    conditions && writeConditions(conditions),
    authnStatement && writeAuthnStatement(authnStatement),
    attributes.length === 0 ? undefined : element('saml:AttributeStatement', {}, ...attributes.map(writeAttribute)),
  )
}

const writeNameId = ({ value, format, nameQualifier, spNameQualifier }: NameIdValues) =>
  leaf('saml:NameID', value, { Format: format, NameQualifier: nameQualifier, SPNameQualifier: spNameQualifier })

const writeConfirmation = (values: ConfirmationValues) =>
  element(
    'saml:SubjectConfirmation',
    { Method: values.method },
    element('saml:SubjectConfirmationData', {
      NotBefore: moment(values.notBefore),
      NotOnOrAfter: moment(values.notOnOrAfter),
      Recipient: values.recipient,
      InResponseTo: values.inResponseTo,
      Address: values.address,
    }),
  )

const writeConditions = ({ notBefore, notOnOrAfter, audiences }: ConditionsValues) =>
  element(
    'saml:Conditions',
    { NotBefore: moment(notBefore), NotOnOrAfter: moment(notOnOrAfter) },
    audiences.length === 0
      ? undefined
      : element('saml:AudienceRestriction', {}, ...audiences.map((audience) => leaf('saml:Audience', audience))),
  )

const writeAuthnStatement = (values: AuthnStatementValues) =>
  element(
    'saml:AuthnStatement',
    {
      AuthnInstant: moment(values.instant),
      SessionIndex: values.sessionIndex,
      SessionNotOnOrAfter: moment(values.sessionNotOnOrAfter),
    },
    element('saml:AuthnContext', {}, leaf('saml:AuthnContextClassRef', values.context)),
  )

const writeAttribute = ({ name, nameFormat, friendlyName, values }: AttributeValues) =>
  element(
    'saml:Attribute',
    { Name: name, NameFormat: nameFormat, FriendlyName: friendlyName },
    ...values.map((value) => leaf('saml:AttributeValue', value)),
  )
