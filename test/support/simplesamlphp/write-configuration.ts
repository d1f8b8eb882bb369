import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SigningIdentity } from '../pki/signing-identity.ts'

/** An application SimpleSAMLphp knows; `settings` are members of its own `saml20-sp-remote` entries. */
export interface RemoteApplication {
  readonly entityId: string
  readonly acsUrl: string
  /** Signs requests and opens what is encrypted. */
  readonly certificate?: SigningIdentity['certificate'] | undefined
  readonly settings?: Readonly<Record<string, unknown>>
}

/** Attribute name to values; `email` is what the NameID is made of. */
export type Person = Readonly<Record<string, readonly string[]>>

export interface SimpleSamlPhpConfiguration {
  readonly entityId: string
  readonly origin: string
  readonly signer: Pick<SigningIdentity, 'privateKey' | 'certificate'>
  readonly applications: readonly RemoteApplication[]
  /** By `name:password`. */
  readonly people: Readonly<Record<string, Person>>
  /** Whom it sends people to where it is an application itself. */
  readonly sendsTo?: TrustedIdentityProvider | undefined
}

/** An identity provider that SimpleSAMLphp trusts. */
export interface TrustedIdentityProvider {
  readonly entityId: string
  readonly ssoUrl: string
  readonly certificate: SigningIdentity['certificate']
}

const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

/** Everything SimpleSAMLphp reads, below one folder. */
export async function writeConfiguration(folder: string, configuration: SimpleSamlPhpConfiguration): Promise<void> {
  const { entityId, signer, applications, people, sendsTo } = configuration
  for (const name of ['cert', 'log', 'data', 'temporary', 'sessions', 'metadata']) await mkdir(join(folder, name))
  const write = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  await write('cert/idp.pem', signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  await write('cert/idp.crt', signer.certificate.summary.pem)
  await write('config.php', phpFile('config', mainSettings(folder, configuration.origin)))
  const sources = { people: { 0: 'exampleauth:UserPass', ...people }, ...(sendsTo && { sp: ownApplication(sendsTo) }) }
  await write('authsources.php', phpFile('config', sources))
  if (sendsTo !== undefined)
    await write('metadata/saml20-idp-remote.php', phpFile('metadata', Object.fromEntries([trusted(sendsTo)])))
  await write('metadata/saml20-idp-hosted.php', phpFile('metadata', { [entityId]: hosted }))
  await write('metadata/saml20-sp-remote.php', phpFile('metadata', Object.fromEntries(applications.map(remote))))
  await write('router.php', router)
}

const hosted = {
  host: '__DEFAULT__',
  privatekey: 'idp.pem',
  certificate: 'idp.crt',
  auth: 'people',
  'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  attributes_NameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
}

/** Strict in all it can be strict in: it signs its requests and wants assertions signed and encrypted to its key if they are. */
const ownApplication = ({ entityId }: TrustedIdentityProvider) => ({
  0: 'saml:SP',
  entityID: 'urn:example:simplesamlphp',
  idp: entityId,
  privatekey: 'idp.pem',
  certificate: 'idp.crt',
  'sign.authnrequest': true,
  'redirect.sign': true,
  WantAssertionsSigned: true,
  'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
})

const trusted = ({ entityId, ssoUrl, certificate }: TrustedIdentityProvider) => [
  entityId,
  {
    SingleSignOnService: ssoUrl,
    certData: certificate.x509.raw.toString('base64'),
    'redirect.validate': true,
  },
]

const remote = ({ entityId, acsUrl, certificate, settings }: RemoteApplication) => [
  entityId,
  {
    AssertionConsumerService: acsUrl,
    NameIDFormat: EMAIL,
    'simplesaml.nameidattribute': 'email',
    ...(certificate && { certData: certificate.x509.raw.toString('base64') }),
    ...settings,
  },
]

const mainSettings = (folder: string, origin: string) => ({
  baseurlpath: `${origin}/`,
  certdir: join(folder, 'cert/'),
  loggingdir: join(folder, 'log/'),
  datadir: join(folder, 'data/'),
  tempdir: join(folder, 'temporary'),
  metadatadir: join(folder, 'metadata/'),
  secretsalt: randomBytes(16).toString('hex'),
  'auth.adminpassword': randomBytes(16).toString('hex'),
  technicalcontact_email: 'nobody@example.com',
  timezone: 'UTC',
  showerrors: true,
  'logging.handler': 'file',
  'enable.saml20-idp': true,
  'module.enable': { exampleauth: true, core: true, saml: true },
  'store.type': 'phpsession',
  'session.cookie.secure': false,
  'session.cookie.samesite': null,
  'session.phpsession.savepath': join(folder, 'sessions'),
  'language.cookie.secure': false,
  'language.cookie.samesite': null,
  'metadata.sources': [{ type: 'flatfile' }],
  'admin.checkforupdates': false,
})

/** JSON in a quoted here-document: no value can become code. */
const phpFile = (variable: string, value: object) =>
  `<?php\n$${variable} = json_decode(<<<'VALUE'\n${JSON.stringify(value)}\nVALUE\n, true);\n`

/** The built-in server gives scripts the rest of the path by itself, but not where that rest has a dot in it. */
const router = `<?php
$root = $_SERVER['DOCUMENT_ROOT'];
if (preg_match('~^(/[^?]*?\\.php)(/[^?]*)?(?:\\?|$)~', $_SERVER['REQUEST_URI'], $found) && is_file($root . $found[1])) {
    $_SERVER['SCRIPT_NAME'] = $found[1];
    $_SERVER['SCRIPT_FILENAME'] = $root . $found[1];
    $_SERVER['PATH_INFO'] = $found[2] ?? '';
    $_SERVER['PHP_SELF'] = $found[1] . $_SERVER['PATH_INFO'];
    chdir(dirname($_SERVER['SCRIPT_FILENAME']));
    require $_SERVER['SCRIPT_FILENAME'];
    return true;
}
return false;
`
