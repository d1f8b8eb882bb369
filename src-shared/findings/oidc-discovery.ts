import type { CheckTexts } from './finding-text.ts'

const reload = 'Load the document again from <issuer>/.well-known/openid-configuration.'
const vendor = 'Report this to the vendor of the identity provider'

/** What an OpenID provider says of itself. */
export const oidcDiscoveryFindings = {
  'discovery.document': {
    about: 'The discovery document',
    passed: 'The discovery document is a JSON object.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §4.2',
    faults: {
      'discovery.document.web-page': {
        severity: 'error',
        title: 'This is a web page, not a discovery document.',
        detail: 'The address leads to a page for people, such as a sign-in page.',
        owner: 'sp-admin',
        fix: 'Enter the issuer, or the address that ends in /.well-known/openid-configuration.',
      },
      'discovery.document.not-json': {
        severity: 'error',
        title: 'The discovery document cannot be read.',
        detail: 'It is not one JSON object in UTF-8.',
        owner: 'idp-admin',
        fix: reload,
      },
      'discovery.document.duplicate-member': {
        severity: 'error',
        title: 'A member stands twice in the discovery document.',
        detail: 'One reader takes the first value, another the last.',
        owner: 'idp-admin',
        fix: `${vendor}: every member may stand once.`,
        reference: 'RFC 8259 §4',
      },
      'discovery.document.content-type': {
        severity: 'error',
        title: 'The discovery document is not served as JSON.',
        detail: 'Its Content-Type is another, and careful clients refuse it.',
        owner: 'idp-admin',
        fix: 'Serve it as application/json.',
      },
      'discovery.document.other': {
        severity: 'error',
        title: 'This is another JSON document.',
        detail: 'It has none of the members that describe an OpenID provider.',
        owner: 'sp-admin',
        fix: reload,
      },
    },
  },
  'discovery.issuer': {
    about: 'The issuer',
    passed: 'The issuer is the one that was configured.',
    owner: 'sp-admin',
    reference: 'OpenID Connect Discovery §4.3',
    faults: {
      'discovery.issuer.missing': {
        severity: 'error',
        title: 'The discovery document names no issuer.',
        detail: 'issuer is missing or is not a text.',
        owner: 'idp-admin',
        fix: `${vendor}: issuer is required.`,
        reference: 'OpenID Connect Discovery §3',
      },
      'discovery.issuer.mismatch': {
        severity: 'error',
        title: 'The discovery document is of another issuer.',
        detail: 'Its issuer is not the one that was configured, character for character.',
        owner: 'sp-admin',
        fix: 'Enter the issuer exactly as the discovery document shows it, if that is the provider you mean.',
      },
      'discovery.issuer.location': {
        severity: 'error',
        title: 'The discovery document was loaded from another place than its issuer names.',
        detail:
          'It must stand at the issuer followed by /.well-known/openid-configuration, or another could speak for it.',
        owner: 'sp-admin',
        fix: 'Enter the issuer and load the document from there.',
      },
      'discovery.issuer.not-a-url': {
        severity: 'error',
        title: 'The issuer is not an https address.',
        detail: 'It begins with https:// and has no query and no fragment; http is for this machine alone.',
        owner: 'idp-admin',
        fix: 'Give the identity provider an https address as issuer.',
        reference: 'OpenID Connect Discovery §3',
      },
      'discovery.issuer.many-tenants': {
        severity: 'warning',
        title: 'The issuer stands for many tenants.',
        detail: 'Every organisation of Microsoft Entra ID could sign in, not only yours.',
        owner: 'sp-admin',
        fix: 'Use the address of your own tenant, or list the tenants that may sign in.',
      },
    },
  },
  'discovery.members': {
    about: 'Required members',
    passed: 'Every required member is there.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §3',
    faults: {
      'discovery.members.missing': {
        severity: 'error',
        title: 'A required member is missing.',
        detail: 'Without it clients cannot be set up from the document alone.',
        owner: 'idp-admin',
        fix: `${vendor}: the member shown is required.`,
      },
      'discovery.members.wrong-type': {
        severity: 'error',
        title: 'A member is of the wrong type.',
        detail: 'It must be as shown, and cannot be used as it is.',
        owner: 'idp-admin',
        fix: `${vendor}: the member shown is malformed.`,
      },
    },
  },
  'discovery.endpoints': {
    about: 'The endpoints',
    passed: 'Every endpoint is an https address.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §3',
    faults: {
      'discovery.endpoints.not-a-url': {
        severity: 'error',
        title: 'An endpoint is not a web address.',
        detail: 'Browsers and clients are sent there, so it must be absolute.',
        owner: 'idp-admin',
        fix: `${vendor}: the endpoint shown is not an absolute https address.`,
      },
      'discovery.endpoints.insecure': {
        severity: 'error',
        title: 'An endpoint is not protected by TLS.',
        detail: 'Whoever is on the way can read and change what goes there.',
        owner: 'idp-admin',
        fix: 'Serve the endpoint over https.',
      },
      'discovery.endpoints.this-machine': {
        severity: 'warning',
        title: 'The endpoints are on this machine, without TLS.',
        detail: 'That is fine for practice and for tests, and for nothing else.',
        owner: 'sp-admin',
        fix: 'Nothing to do while you practise. Use a provider with https before you publish.',
      },
    },
  },
} as const satisfies CheckTexts
