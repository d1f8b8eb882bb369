import type { CheckTexts, FaultText } from './finding-text.ts'

const console = 'at the identity provider, under the attributes (claims) of this application.'

const missing = (what: string): FaultText => ({
  severity: 'when-required',
  title: `The ${what} did not arrive.`,
  detail: `No attribute that this connection maps to the ${what} is in the assertion.`,
  owner: 'idp-admin',
  fix: `Add the ${what} ${console}`,
})
const misnamed = (what: string): FaultText => ({
  severity: 'when-required',
  title: `The ${what} arrived under another name.`,
  detail: `An attribute that looks like the ${what} is there, but this connection does not map its name.`,
  owner: 'sp-admin',
  fix: `Map the attribute received to the ${what}, or have it renamed ${console}`,
})
const empty = (what: string): FaultText => ({
  severity: 'when-required',
  title: `The ${what} arrived empty.`,
  detail: 'The attribute is there without a value: the field is empty in the directory.',
  owner: 'idp-admin',
  fix: `Fill in the ${what} of this user in the directory, or map another field ${console}`,
})

const several = (what: string): FaultText => ({
  severity: 'when-required',
  title: `More than one ${what} arrived.`,
  detail: 'It is not clear which of them to take, so none is.',
  owner: 'idp-admin',
  fix: `Send one value only ${console}`,
})

/** What the application learns about the user. */
export const claimFindings = {
  'saml.claim.email': {
    about: 'The e-mail address',
    passed: 'The e-mail address arrived.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.7.3',
    faults: {
      'saml.claim.email.missing': missing('e-mail address'),
      'saml.claim.email.misnamed': misnamed('e-mail address'),
      'saml.claim.email.empty': empty('e-mail address'),
      'saml.claim.email.several': {
        severity: 'when-required',
        title: 'More than one e-mail address arrived.',
        detail: 'It is not clear which of them is the user, so none is taken.',
        owner: 'idp-admin',
        fix: `Send one value only ${console}`,
      },
      'saml.claim.email.joined': {
        severity: 'when-required',
        title: 'Several e-mail addresses arrived in one value.',
        detail: 'They are joined by commas or semicolons. It is not clear which of them is the user, so none is taken.',
        owner: 'idp-admin',
        fix: `Map a field that holds the main address only ${console}`,
      },
      'saml.claim.email.not-an-address': {
        severity: 'when-required',
        title: 'The value is not an e-mail address.',
        detail: 'A user name (UPN, account name) was probably mapped instead of the mail field.',
        owner: 'idp-admin',
        fix: `Map the mail field instead of the user name ${console}`,
      },
      'saml.claim.email.user-name': {
        severity: 'warning',
        title: 'A user name arrived as e-mail address.',
        detail: 'It has the form of an address, but is a user principal name: mail sent there may reach nobody.',
        owner: 'idp-admin',
        fix: `Map the mail field (user.mail) instead of the user principal name ${console}`,
      },
      'saml.claim.email.foreign-user-name': {
        severity: 'error',
        title: 'A user name arrived as e-mail address, and its domain is not of this connection.',
        detail: 'It is a user principal name. The address of the same user may well be of this connection.',
        owner: 'idp-admin',
        fix: `Map the mail field (user.mail) instead of the user principal name ${console}`,
      },
      'saml.claim.email.unverified': {
        severity: 'warning',
        title: 'The identity provider has not verified the e-mail address.',
        detail: 'It says so itself: the user may have typed in any address.',
        owner: 'idp-admin',
        fix: 'Have the address verified at the identity provider, or map a field that users cannot change.',
      },
      'saml.claim.email.capitals': {
        severity: 'info',
        title: 'The e-mail address has capital letters.',
        detail: 'It is compared without regard to them.',
        owner: 'idp-admin',
        fix: 'Nothing to do.',
      },
      'saml.claim.email.foreign-domain': {
        severity: 'error',
        title: 'The e-mail address is not of this connection.',
        detail: "Its domain is not among the connection's domains, so this identity provider may not speak for it.",
        owner: 'sp-admin',
        fix: 'Add the domain to the connection if it belongs to this organisation; otherwise this user signs in another way.',
      },
    },
  },
  'saml.claim.given-name': {
    about: 'The given name',
    passed: 'The given name arrived.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.7.3',
    faults: {
      'saml.claim.given-name.missing': missing('given name'),
      'saml.claim.given-name.misnamed': misnamed('given name'),
      'saml.claim.given-name.empty': empty('given name'),
      'saml.claim.given-name.several': several('given name'),
    },
  },
  'saml.claim.family-name': {
    about: 'The family name',
    passed: 'The family name arrived.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.7.3',
    faults: {
      'saml.claim.family-name.missing': missing('family name'),
      'saml.claim.family-name.misnamed': misnamed('family name'),
      'saml.claim.family-name.empty': empty('family name'),
      'saml.claim.family-name.several': several('family name'),
    },
  },
  'saml.claim.groups': {
    about: 'The groups',
    passed: 'The groups can be used for roles.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.7.3',
    faults: {
      'saml.claim.groups.missing': missing('list of groups'),
      'saml.claim.groups.misnamed': misnamed('list of groups'),
      'saml.claim.groups.empty': empty('list of groups'),
      'saml.claim.groups.guids': {
        severity: 'warning',
        title: 'Groups arrived as object IDs.',
        detail: 'Microsoft Entra ID and Active Directory send the IDs of groups unless they are told to send names.',
        owner: 'idp-admin',
        fix: 'Choose group names as source attribute in the group claim, or map roles to the object IDs.',
      },
      'saml.claim.groups.overage': {
        severity: 'warning',
        title: 'The user has too many groups, so a link arrived instead.',
        detail: 'Microsoft Entra ID leaves the groups out above 150 and sends a link that only its own API answers.',
        owner: 'idp-admin',
        fix: 'Send only "groups assigned to the application" in the group claim.',
      },
      'saml.claim.groups.joined': {
        severity: 'warning',
        title: 'Several groups arrived in one value.',
        detail: 'They are joined by commas or semicolons, so no single group can be recognised.',
        owner: 'idp-admin',
        fix: 'Send groups as a multi-valued attribute, one value each.',
      },
    },
  },
  'saml.attributes': {
    about: 'The attributes',
    passed: 'Every attribute has one meaning.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.7.3.1',
    faults: {
      'saml.attributes.duplicated': {
        severity: 'error',
        title: 'A mapped attribute arrived twice.',
        detail: 'Two attributes carry the same name with different values, so readers could take either.',
        owner: 'idp-admin',
        fix: `Send the attribute once ${console}`,
      },
      'saml.attributes.padded': {
        severity: 'warning',
        title: 'A value has white space around it.',
        detail: 'It is dropped here, but other applications may take it for part of the value.',
        owner: 'idp-admin',
        fix: "Remove the white space from the user's entry in the directory.",
      },
    },
  },
  'saml.policy': {
    about: 'Strict service providers',
    passed: 'Strict service providers accept this response too.',
    owner: 'sp-admin',
    reference: 'Judging policy',
    faults: {
      'saml.policy.strict-would-refuse': {
        severity: 'info',
        title: 'Strict would refuse this response.',
        detail: 'It was accepted with warnings that strict service providers, and the tenant backend, take for errors.',
        owner: 'idp-admin',
        fix: 'Mend what the warnings name before you publish.',
      },
    },
  },
} as const satisfies CheckTexts
