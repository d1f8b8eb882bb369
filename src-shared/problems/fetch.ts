import type { ProblemTexts } from './problem-text.ts'

export const fetchProblems = {
  'fetch.not-a-url': {
    what: 'This is not a web address.',
    remedy: 'Enter the whole address, beginning with https://.',
  },
  'fetch.scheme': {
    what: 'Only addresses that begin with https:// or http:// can be loaded.',
    remedy: 'Enter a web address, or drop the file here.',
  },
  'fetch.unresolvable': {
    what: 'This host name does not exist.',
    remedy: "Check the address for typing errors, and this computer's network and DNS.",
  },
  'fetch.address-refused': {
    what: 'This address leads to a network that is not loaded from.',
    remedy: 'Download the metadata in a browser and drop the file here.',
  },
  'fetch.connection-refused': {
    what: 'Nothing answers at this address.',
    remedy: 'Check that the server is running, and the port in the address.',
  },
  'fetch.timeout': {
    what: 'The address did not answer in time.',
    remedy: 'Try again; if it stays silent, download the metadata in a browser and drop the file here.',
  },
  'fetch.too-large': {
    what: 'The address sends more than is read, so it was not read to the end.',
    remedy: "The metadata of one identity provider is far smaller: check that the address is that one's.",
  },
  'fetch.redirects': {
    what: 'The address sends us from one place to the next and never answers.',
    remedy: 'Open it in a browser, download the metadata and drop the file here.',
  },
  'fetch.other-host': {
    what: 'The address sends us on to another server, which is not followed.',
    remedy: 'Enter the address it leads to, if you know that server, or drop the file here.',
  },
  'fetch.tls': {
    what: "The server's TLS certificate is not trusted, so nothing was loaded.",
    remedy:
      "Have the server's certificate mended, or download the metadata on a computer that trusts it and drop the file here.",
  },
  'fetch.not-found': {
    what: 'The address answered 404: nothing is there.',
    remedy: 'Check the address for typing errors.',
  },
  'fetch.not-allowed': {
    what: 'The address wants a sign-in before it answers.',
    remedy: 'Open it in a browser where you are signed in, download the metadata and drop the file here.',
  },
  'fetch.status': {
    what: 'The address answered with an error.',
    remedy: 'Try again later, or download the metadata in a browser and drop the file here.',
  },
  'fetch.network': {
    what: 'The connection broke before the answer was complete.',
    remedy: 'Check the network and try again.',
  },
} as const satisfies ProblemTexts
