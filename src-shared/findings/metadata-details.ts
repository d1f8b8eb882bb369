import type { CheckTexts } from './finding-text.ts'

/** What an entity says beside keys and the addresses that a login needs. */
export const metadataDetailFindings = {
  'metadata.endpoints': {
    about: 'The other addresses',
    passed: 'Every address is of a known binding, under https, and listed once.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.2.2, §2.2.3',
    faults: {
      'metadata.endpoints.address': {
        severity: 'warning',
        title: 'An address is not a web address under https.',
        detail: 'What is sent there crosses the network in the clear, or arrives nowhere.',
        owner: 'idp-admin',
        fix: 'Set an https address, or take the endpoint out.',
      },
      'metadata.endpoints.repeated': {
        severity: 'info',
        title: 'An address is listed twice for the same binding.',
        detail: 'It counts once.',
        owner: 'idp-admin',
        fix: 'Nothing to do.',
      },
      'metadata.endpoints.index-shared': {
        severity: 'warning',
        title: 'Two endpoints share an index.',
        detail: 'A request that names the index means one of them; which one is chance.',
        owner: 'sp-admin',
        fix: 'Give each endpoint of a kind an index of its own.',
      },
      'metadata.endpoints.index-missing': {
        severity: 'warning',
        title: 'An endpoint has no index.',
        detail: 'Its schema asks for one, and strict software refuses the whole file.',
        owner: 'sp-admin',
        fix: 'Give it a number from 0 to 65535 as index.',
      },
      'metadata.endpoints.several-defaults': {
        severity: 'warning',
        title: 'Several endpoints of a kind are the default.',
        detail: 'The first one counts; some software takes the last.',
        owner: 'sp-admin',
        fix: 'Set isDefault on one of them.',
      },
      'metadata.endpoints.unknown-binding': {
        severity: 'warning',
        title: 'An endpoint has a binding that nobody knows.',
        detail: 'It is overlooked; capital letters count.',
        owner: 'idp-admin',
        fix: 'Use the binding as the standard writes it, such as urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST.',
        reference: 'SAML Bindings §3',
      },
    },
  },
  'metadata.name-id': {
    about: 'The name ID formats',
    passed: 'The name ID formats are ones that the standard knows.',
    owner: 'idp-admin',
    reference: 'SAML Core §8.3, SAML Metadata §2.4.2',
    faults: {
      'metadata.name-id.misspelt': {
        severity: 'warning',
        title: 'A name ID format is not spelt as the standard spells it.',
        detail: 'emailAddress and unspecified exist under SAML:1.1 only, persistent and transient under SAML:2.0 only.',
        owner: 'idp-admin',
        fix: 'Use the spelling that is expected.',
      },
      'metadata.name-id.none': {
        severity: 'info',
        title: 'No name ID format is named.',
        detail: 'Any may come. Most identity providers then send an e-mail address or what their console says.',
        owner: 'idp-admin',
        fix: 'Nothing to do: a test login shows which one comes.',
      },
    },
  },
  'metadata.requested-attributes': {
    about: 'The attributes that the application asks for',
    passed: 'What it asks for is clear.',
    owner: 'sp-admin',
    reference: 'SAML Metadata §2.4.4.1, §2.4.4.2',
    faults: {
      'metadata.requested-attributes.none': {
        severity: 'info',
        title: 'The application asks for no attributes.',
        detail: 'Identity providers that release what is asked for will send a name and nothing else.',
        owner: 'sp-admin',
        fix: 'Tell the identity provider’s administrator which attributes are needed.',
      },
      'metadata.requested-attributes.repeated': {
        severity: 'warning',
        title: 'An attribute is asked for twice.',
        detail: 'If one of them is required and the other is not, software disagrees on which counts.',
        owner: 'sp-admin',
        fix: 'Ask for it once.',
      },
    },
  },
  'metadata.entity-attributes': {
    about: 'The entity attributes',
    passed: 'The entity attributes ask for nothing unusual.',
    owner: 'idp-admin',
    reference: 'SAML Metadata Entity Attributes §2',
    faults: {
      'metadata.entity-attributes.hidden': {
        severity: 'info',
        title: 'The entity asks not to be offered for sign-in.',
        detail: 'It carries the category hide-from-discovery: discovery pages leave it out.',
        owner: 'idp-admin',
        fix: 'Nothing to do, unless people miss it in the list.',
      },
    },
  },
  'metadata.contacts': {
    about: 'Whom to ask',
    passed: 'There is somebody to ask.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.3.2.2',
    faults: {
      'metadata.contacts.missing': {
        severity: 'info',
        title: 'No technical or support contact is named.',
        detail: 'When a login fails, nobody outside knows whom to ask.',
        owner: 'idp-admin',
        fix: 'Nothing to do for a login. Federations ask for one.',
      },
      'metadata.contacts.address': {
        severity: 'info',
        title: 'A contact’s e-mail address is not written as a mailto: address.',
        detail: 'The schema wants a URI, and some software refuses to show it.',
        owner: 'idp-admin',
        fix: 'Write mailto: before the address.',
      },
    },
  },
  'metadata.user-interface': {
    about: 'How the entity is shown to people',
    passed: 'There is a name to show.',
    owner: 'idp-admin',
    reference: 'SAML Metadata UI §2.1',
    faults: {
      'metadata.user-interface.missing': {
        severity: 'info',
        title: 'No display name is given.',
        detail: 'Discovery and consent pages show the entity ID instead.',
        owner: 'idp-admin',
        fix: 'Nothing to do for a login. Federations ask for an mdui:DisplayName.',
      },
      'metadata.user-interface.logo': {
        severity: 'info',
        title: 'A logo is not under https.',
        detail: 'Browsers do not show it on a sign-in page.',
        owner: 'idp-admin',
        fix: 'Give an https address or a data: image.',
      },
    },
  },
  'metadata.assertions-signed': {
    about: 'Signed assertions',
    passed: 'The application asks for signed assertions.',
    owner: 'sp-admin',
    reference: 'SAML Metadata §2.4.4',
    faults: {
      'metadata.assertions-signed.not-wanted': {
        severity: 'info',
        title: 'The application does not ask for signed assertions.',
        detail: 'Identity providers may then sign the response only, which must be enough for it.',
        owner: 'sp-admin',
        fix: 'Set WantAssertionsSigned, unless the response is always signed.',
      },
    },
  },
} as const satisfies CheckTexts
