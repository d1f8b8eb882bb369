import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { writeAggregate } from '#test/support/saml/metadata/write-aggregate.ts'
import { hasXmlsec1 } from '#test/support/xml/xmlsec1.ts'

const TURNS = 3
const ENTITIES = 10_000
const goal = { timesXmlsec1: 2, peakMegabytes: 200 }
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const template = `<ds:Signature><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#_aggregate"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${EXCLUSIVE}"/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature>`
const idAttribute = ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:metadata:EntitiesDescriptor']

if (!hasXmlsec1) throw new Error('This benchmark needs xmlsec1.')
const folder = mkdtempSync(join(tmpdir(), 'aggregate-'))
try {
  const identity = await makeSigningIdentity()
  writeFileSync(join(folder, 'key.pem'), identity.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(join(folder, 'public.pem'), identity.publicKey.export({ type: 'spki', format: 'pem' }))
  writeAggregate(join(folder, 'template.xml'), { entities: ENTITIES, identity, preamble: template })
  timed('xmlsec1', '--sign', '--privkey-pem', 'key.pem', ...idAttribute, '--output', 'signed.xml', 'template.xml')
  const program = fileURLToPath(new URL('./verify-once.js', import.meta.url))
  const turns = Array.from({ length: TURNS }, () => ({
    ours: verifyOnce(program),
    peer: timed('xmlsec1', '--verify', '--pubkey-pem', 'public.pem', ...idAttribute, 'signed.xml'),
  }))
  const times = median(turns.map(({ ours, peer }) => ours.processor / peer))
  const peak = Math.max(...turns.map(({ ours }) => ours.peak))
  process.stdout.write(
    [
      `Processor time, medians of ${TURNS} turns; ${ENTITIES} entities; Node ${process.versions.node}, ${cpus()[0]?.model}`,
      '',
      '| ours | xmlsec1 | times its time | peak memory |',
      '|---|---|---|---|',
      `| ${seconds(median(turns.map(({ ours }) => ours.processor)))} | ${seconds(median(turns.map(({ peer }) => peer)))} | ${times.toFixed(2)} | ${peak.toFixed(0)} MB |`,
      '',
    ].join('\n'),
  )
  process.exitCode = times <= goal.timesXmlsec1 && peak <= goal.peakMegabytes ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}

function verifyOnce(program: string): { processor: number; peak: number } {
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'signed.xml', 'public.pem'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { holds, processor, peak } = JSON.parse(stdout === '' ? '{}' : stdout)
  if (holds !== true) throw new Error(`not verified: ${stdout} ${stderr}`)
  return { processor, peak }
}

/** Milliseconds of processor time, as bash counts it. */
function timed(...command: readonly string[]): number {
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', ...command], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr.slice(-500))
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return (user + system) * 1_000
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`
}
