import type { CheckTexts, FaultText } from './finding-text.ts'

const console = 'at the identity provider, under the claims or scopes of this client.'

const missing = (what: string, scope: string): FaultText => ({
  severity: 'when-required',
  title: `The ${what} did not arrive.`,
  detail: `No claim that this connection maps to the ${what} is in the ID Token or in UserInfo.`,
  owner: 'idp-admin',
  fix: `Ask for the scope ${scope}, and allow it ${console}`,
})
const empty = (what: string): FaultText => ({
  severity: 'when-required',
  title: `The ${what} arrived empty.`,
  detail: 'The claim is there, but not as a text with something in it.',
  owner: 'idp-admin',
  fix: `Fill in the ${what} of this user in the directory, or map another field ${console}`,
})

/** What the application learns about the user. */
export const oidcProfileFindings = {
  'oidc.claim.email': {
    about: 'The e-mail address',
    passed: 'A verified e-mail address arrived.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §5.1',
    faults: {
      'oidc.claim.email.missing': missing('e-mail address', 'email'),
      'oidc.claim.email.empty': empty('e-mail address'),
      'oidc.claim.email.not-an-address': {
        severity: 'when-required',
        title: 'The value is not an e-mail address.',
        detail: 'A user name was probably mapped instead of the mail field.',
        owner: 'idp-admin',
        fix: `Map the mail field instead of the user name ${console}`,
      },
      'oidc.claim.email.unverified': {
        severity: 'when-required',
        title: 'The identity provider has not verified the e-mail address.',
        detail: 'email_verified is not true: the user may have typed in any address, so it is not used.',
        owner: 'idp-admin',
        fix: 'Have the address verified at the identity provider.',
        reference: 'OpenID Connect Core §5.7',
      },
      'oidc.claim.email.verification-unknown': {
        severity: 'when-required',
        title: 'Nobody says that the e-mail address is verified.',
        detail: 'email_verified did not arrive with it. Missing is not true, so the address is not used.',
        owner: 'idp-admin',
        fix: 'Send email_verified with the address. Microsoft Entra ID: add the optional claim xms_edov to ID tokens under Token configuration.',
        reference: 'OpenID Connect Core §5.7',
      },
      'oidc.claim.email.taken-unverified': {
        severity: 'warning',
        title: 'The e-mail address is taken though nobody says that it is verified.',
        detail:
          'The connection believes this provider without email_verified. That is safe only where it gives out every address itself.',
        owner: 'idp-admin',
        fix: 'Send email_verified with the address, and have the connection demand it.',
        reference: 'OpenID Connect Core §5.7',
      },
      'oidc.claim.email.foreign-domain': {
        severity: 'error',
        title: 'The e-mail address is not of this connection.',
        detail: "Its domain is not among the connection's domains, so this identity provider may not speak for it.",
        owner: 'sp-admin',
        fix: 'Add the domain to the connection if it belongs to this organisation; otherwise this user signs in another way.',
      },
    },
  },
  'oidc.claim.given-name': {
    about: 'The given name',
    passed: 'The given name arrived.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §5.1',
    faults: {
      'oidc.claim.given-name.missing': missing('given name', 'profile'),
      'oidc.claim.given-name.empty': empty('given name'),
    },
  },
  'oidc.claim.family-name': {
    about: 'The family name',
    passed: 'The family name arrived.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §5.1',
    faults: {
      'oidc.claim.family-name.missing': missing('family name', 'profile'),
      'oidc.claim.family-name.empty': empty('family name'),
    },
  },
  'oidc.claim.groups': {
    about: 'The groups',
    passed: 'The groups can be used for roles.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §5.1.2',
    faults: {
      'oidc.claim.groups.missing': missing('list of groups', 'that carries groups'),
      'oidc.claim.groups.overage': {
        severity: 'when-required',
        title: 'The user has too many groups, so a link arrived instead.',
        detail: 'Microsoft Entra ID leaves the groups out above 200 and names a source that only its own API answers.',
        owner: 'idp-admin',
        fix: 'Send only "Groups assigned to the application" in the group claim.',
        reference: 'OpenID Connect Core §5.6.2',
      },
      'oidc.claim.groups.not-a-list': {
        severity: 'when-required',
        title: 'The groups cannot be read.',
        detail: 'They are a list of texts, or one text.',
        owner: 'idp-admin',
        fix: `Send groups as a list of names ${console}`,
      },
      'oidc.claim.groups.guids': {
        severity: 'warning',
        title: 'The groups arrived as object IDs.',
        detail: 'Microsoft Entra ID sends the IDs of groups unless it is told to send names.',
        owner: 'idp-admin',
        fix: 'Choose group names as source attribute in the group claim, or map roles to the object IDs.',
      },
      'oidc.claim.groups.joined': {
        severity: 'warning',
        title: 'Several groups arrived in one value.',
        detail: 'They are joined by commas or semicolons, so no single group can be recognised.',
        owner: 'idp-admin',
        fix: `Send groups as a list, one text each, ${console}`,
      },
    },
  },
  'oidc.policy': {
    about: 'Strict applications',
    passed: 'Strict applications accept this token too.',
    owner: 'sp-admin',
    reference: 'Judging policy',
    faults: {
      'oidc.policy.strict-would-refuse': {
        severity: 'info',
        title: 'Strict would refuse this token.',
        detail: 'It was accepted with warnings that strict applications, and the tenant backend, take for errors.',
        owner: 'idp-admin',
        fix: 'Mend what the warnings name before you publish.',
      },
    },
  },
} as const satisfies CheckTexts
