/**
 * Who may import whom. Every room may import itself and src-shared; `may` lists what else.
 * A room with a door (a file named like the room) is entered by its door only.
 */
/** Names and identifiers belong to all who may know some of SAML. */
const saml = (...folders) => [...folders.map((folder) => `saml/${folder}/`), 'saml/(namespaces|message-id)\\.ts$']
const oidc = (...folders) => folders.map((folder) => `oidc/${folder}/`)

const rooms = {
  xml: [],
  pki: [],
  net: [],
  saml: ['xml/', 'pki/'],
  oidc: ['pki/', 'net/'],
  checks: ['xml/', 'pki/', ...saml('element', 'metadata', 'binding', 'schema'), ...oidc('token', 'discovery')],
  inspect: ['checks/', 'saml/', 'oidc/', 'xml/', 'pki/'],
  evidence: ['checks/', 'saml/', 'oidc/', 'xml/', 'pki/'],
  'test-login': ['checks/', 'saml/', 'oidc/', 'xml/', 'pki/', 'net/'],
  workspace: ['pki/'],
  backend: [
    'checks/',
    'evidence/receipt/',
    'test-login/run',
    'pki/',
    'net/',
    ...saml('element', 'metadata', 'binding', 'service-provider', 'logout'),
    ...oidc('token', 'discovery', 'relying-party'),
  ],
  'practice-idp': [
    'xml/',
    'pki/',
    ...saml('element', 'metadata', 'binding', 'identity-provider', 'logout'),
    ...oidc('token', 'provider'),
  ],
}

/** Rooms that are entered through one file only. */
const doors = ['backend', 'practice-idp']
const openRooms = Object.keys(rooms).filter((room) => !doors.includes(room))
const doorways = [...openRooms.map((room) => `${room}/`), ...doors.map((room) => `${room}/${room}\\.ts$`)]

const outsideOf = (room, may) => ({
  name: `${room}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^src-main/${room}/` },
  to: { path: '^src-(main|renderer)/', pathNot: [`^src-main/${room}/`, ...may.map((path) => `^src-main/${path}`)] },
})

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    never('no-cycles', {}, { circular: true }),
    never('no-orphans', { orphan: true, path: '^src-', pathNot: ['\\.d\\.ts$', '/README'] }, {}),
    never('resolvable', {}, { couldNotResolve: true }),
    never(
      'no-dev-packages-in-the-product',
      { path: '^src-main/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/electron/' },
    ),
    never('shared-stands-alone', { path: '^src-shared/' }, { path: '^(src-main|src-renderer|test)/' }),
    never('shared-runs-anywhere', { path: '^src-shared/' }, { dependencyTypes: ['core'] }),
    never(
      'shared-knows-no-library-but-zod',
      { path: '^src-shared/' },
      { dependencyTypes: ['npm'], pathNot: 'node_modules/zod/' },
    ),
    never('nothing-imports-tests', { path: '^(src-|build/)' }, { path: '^test/' }),
    ...Object.entries(rooms).map(([room, may]) => outsideOf(room, may)),
    outsideOf('cli', doorways),
    outsideOf('desktop', doorways),
    never(
      'service-provider-and-identity-provider-are-strangers',
      { path: '^src-main/saml/service-provider/' },
      { path: '^src-main/saml/identity-provider/' },
    ),
    never(
      'identity-provider-and-service-provider-are-strangers',
      { path: '^src-main/saml/identity-provider/' },
      { path: '^src-main/saml/service-provider/' },
    ),
    never(
      'only-the-verifier-seals',
      { path: '^src-main/', pathNot: '^src-main/xml/signature/' },
      { path: '^src-main/xml/signature/seal' },
      'A VerifiedElement is made by the verifier alone.',
    ),
    never(
      'electron-lives-in-desktop',
      { pathNot: '^(src-main/desktop|test/|build/)' },
      { path: 'node_modules/electron(-store)?/' },
    ),
    never(
      'electron-store-lives-in-desktop-storage',
      { path: '^src-main/desktop/', pathNot: '^src-main/desktop/storage/' },
      { path: 'node_modules/electron-store/' },
    ),
    never(
      'preload-is-small',
      { path: '^src-main/desktop/preload/' },
      { pathNot: ['^src-main/desktop/preload/', '^src-shared/', 'node_modules/electron/', 'node_modules/zod/'] },
    ),
    never(
      'backend-http-is-outermost',
      { path: '^src-main/backend/', pathNot: '^src-main/backend/(http/|backend\\.ts$)' },
      { path: '^src-main/backend/http/' },
    ),
    never(
      'only-the-door-opens-storage',
      { path: '^src-main/backend/', pathNot: '^src-main/backend/(storage/|backend\\.ts$)' },
      { path: '^src-main/backend/storage/open' },
    ),
    never(
      'storage-knows-no-flow',
      { path: '^src-main/backend/storage/' },
      // It keeps whatever was made of a text, and knows no flow either.
      { path: '^src-main/backend/', pathNot: '^src-main/backend/(storage/|keep-results[.]ts$)' },
    ),
    never('windows-know-only-shared', { path: '^src-renderer/' }, { path: '^(src-main|test)/' }),
    never(
      'ui-and-lib-know-no-feature',
      { path: '^src-renderer/(ui|lib)/' },
      { path: '^src-renderer/', pathNot: '^src-renderer/(ui|lib)/' },
    ),
    never(
      'features-stand-alone',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/', pathNot: ['^src-renderer/(ui|lib)/', '^src-renderer/features/$1/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.css$' },
  },
}
