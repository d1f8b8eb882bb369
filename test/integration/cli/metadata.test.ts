import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_REDIRECT, MD } from '#main/saml/namespaces.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { signatureStanding } from '#shared/findings/signature-standing.ts'
import { AggregateReport } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { serve } from '#test/support/net/loopback.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { expectJunit } from '#test/support/reports/junit-schema.ts'
import { expectSarif } from '#test/support/reports/sarif-schema.ts'
import { writeAggregate } from '#test/support/saml/metadata/write-aggregate.ts'

let cli: BuiltCli
let files: MessageFiles
let xml: string
let idp: string
let signer: SigningIdentity
const now = ['--at', '2026-06-01T12:00:00Z']

beforeAll(async () => {
  const [built, folder, identity] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
  cli = built
  files = folder
  signer = identity
  xml = writeIdentityProviderMetadata({
    entityId: 'https://idp.example.com/entity',
    singleSignOnServices: [{ binding: BINDING_REDIRECT, location: 'https://idp.example.com/sso' }],
    signingCertificates: [signer.certificate.x509.raw.toString('base64')],
    wantAuthnRequestsSigned: false,
    validUntil: new Date('2026-07-01T00:00:00Z'),
  })
  idp = await files.write('idp.xml', xml)
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

async function json(words: readonly string[], options?: RunOptions) {
  const { code, out } = await cli.run(['metadata', ...words, '--format', 'json'], options)
  const judgement = MetadataJudgement.parse(JSON.parse(out))
  return { code, verdict: judgement.verdict, judgement }
}

test('usable metadata is valid', async () => {
  const { judgement, ...said } = await json([idp, ...now])
  expect(said).toEqual({ code: 0, verdict: 'valid' })
  expect(judgement.entities).toMatchObject([{ entityId: 'https://idp.example.com/entity', roles: ['idp'] }])
})

describe('each option is judged by', () => {
  test('--at', async () => {
    const { judgement, ...said } = await json([idp, '--at', '2026-08-01T00:00:00Z'])
    expect(said).toEqual({ code: 1, verdict: 'invalid' })
    expect(judgement.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1)
  })

  test('--role', async () => {
    expect(await json([idp, ...now, '--role', 'idp'])).toMatchObject({ code: 0 })
    expect(await json([idp, ...now, '--role', 'sp'])).toMatchObject({ code: 1 })
  })
})

describe('the metadata of many', () => {
  const aggregate = (...entities: string[]) =>
    `<md:EntitiesDescriptor xmlns:md="${MD}" ID="_all" Name="urn:example:federation" validUntil="2026-06-15T00:00:00Z">${entities.join('')}</md:EntitiesDescriptor>`
  const other = () => xml.replaceAll('idp.example.com', 'other.example.com')
  const broken = () => other().replace(/<md:SingleSignOnService[^>]*>/, '')
  const report = async (words: readonly string[], options?: RunOptions) => {
    const { code, out } = await cli.run(['metadata', ...words, '--format', 'json'], options)
    return { code, ...AggregateReport.parse(JSON.parse(out)) }
  }

  test('from a pipe: a broken entity is told, and makes it invalid', async () => {
    expect(await report(['-', ...now], { input: aggregate(xml, other()) })).toMatchObject({ code: 0, verdict: 'valid' })
    const { code, entities } = await report(['-', ...now], { input: aggregate(xml, broken()) })
    expect(code).toBe(1)
    expect(entities.map(({ entityId, verdict }) => [entityId, verdict])).toEqual([
      ['https://idp.example.com/entity', 'valid'],
      ['https://other.example.com/entity', 'invalid'],
    ])
    expect(
      entities[1]?.findings.filter(({ severity }) => severity === 'error').map(({ code: each }) => each),
    ).toContain('metadata.single-sign-on.missing')
  })

  test('also when it was wrapped on its way', async () => {
    const input = Buffer.from(aggregate(xml, broken())).toString('base64')
    expect(await report(['-', ...now], { input })).toMatchObject({ code: 1, entities: [{}, { verdict: 'invalid' }] })
  })

  test('expires as a whole at --at', async () => {
    const later = ['--at', '2026-06-20T00:00:00Z']
    const { code, validUntil, counts } = await report(['-', ...later], { input: aggregate(xml, other()) })
    expect({ code, validUntil }).toEqual({ code: 1, validUntil: '2026-06-15T00:00:00Z' })
    expect(counts).toMatchObject([{ code: 'metadata.validity.expired', entities: 2 }])
  })

  test('a file larger than memory would hold of it is judged by two threads, with each place in the file', async () => {
    const file = join(files.folder, 'federation.xml')
    writeAggregate(file, { entities: 1_300, identity: signer, broken: new Set([700, 900]) })
    expect((await stat(file)).size).toBeGreaterThan(metadataLimits.size)
    const whole = await report([file, ...now])
    expect(whole).toMatchObject({ code: 1, name: 'urn:example:federation', verdict: 'invalid' })
    expect(whole.entities).toHaveLength(1_300)
    const invalid = whole.entities.filter(({ verdict }) => verdict === 'invalid')
    expect(invalid.map(({ number }) => number)).toEqual([700, 900])
    const lines = (await readFile(file, 'utf8')).split('\n')
    for (const { entityId, findings } of invalid) {
      const places = findings.flatMap(({ severity, location }) => (severity === 'error' ? (location ?? []) : []))
      expect(places.length).toBeGreaterThan(0)
      for (const { line } of places)
        expect(lines.slice(0, line).findLast((each) => each.includes('entityID='))).toContain(entityId)
    }
  }, 90_000)

  test('is reported in each format, every faulty entity by its name', async () => {
    const file = join(files.folder, 'small.xml')
    writeAggregate(file, { entities: 30, identity: signer, broken: new Set([7, 9]) })
    const sarif = await cli.run(['metadata', file, ...now, '--format', 'sarif'])
    expectSarif(JSON.parse(sarif.out))
    expect(sarif.out).toContain('host-7.university.example')
    const junit = await cli.run(['metadata', file, ...now, '--format', 'junit'])
    await expectJunit(junit.out)
    expect(junit.out).toContain('https://host-9.university.example/entity')
    const human = await cli.run(['metadata', file, ...now])
    expect(human.out).toContain('30: 10 identity providers, 20 service providers; 2 invalid')
    expect(human).toMatchObject({ code: 1, notes: '' })
  }, 90_000)
})

describe('--trust', () => {
  const sign = (text: string, id: string) =>
    signEnveloped(text, {
      key: signer.privateKey,
      certificate: signer.certificate.x509.raw.toString('base64'),
      hash: 'sha256',
      id,
    })
  test('tells a key that was given from one that came along, of one entity and of many', async () => {
    const stranger = await makeSigningIdentity()
    const one = xml.replace('<md:EntityDescriptor', '$& ID="_one"')
    const many = `<md:EntitiesDescriptor xmlns:md="${MD}" ID="_many">${xml}</md:EntitiesDescriptor>`
    const texts = [one, sign(one, '_one'), many, sign(many, '_many')]
    const changed = texts.map((text) => text.replace('example.com/sso', 'example.net/sso'))
    const all = [...texts, changed[1] as string, changed[3] as string]
    const names = await Promise.all(all.map((text, index) => files.write(`trust-${index}.xml`, text)))
    const pem = async (name: string, { certificate }: SigningIdentity) => [
      '--trust',
      await files.write(name, certificate.summary.pem),
    ]
    const [ours, theirs] = [await pem('ours.pem', signer), await pem('theirs.pem', stranger)]
    const standings = async (trust: readonly string[]) => {
      const { out } = await cli.run(['metadata', ...names, ...now, ...trust, '--format', 'json'])
      const judged: { verdict: string; findings: Finding[] }[] = JSON.parse(out)
      return judged.map(({ verdict, findings }) => `${verdict} ${signatureStanding(findings)}`)
    }
    const each = (first: string, second: string, third: string) => [first, second, first, second, third, third]
    const trusted = each('invalid unsigned', 'valid trusted', 'invalid refuted')
    expect(await standings([])).toEqual(each('valid unsigned', 'valid embedded', 'invalid refuted'))
    expect(await standings(ours)).toEqual(trusted)
    expect(await standings([...theirs, ...ours])).toEqual(trusted)
    expect(await standings(theirs)).toEqual(each('invalid unsigned', 'invalid refuted', 'invalid refuted'))
  }, 90_000)
})

describe('bad input is judged, in JSON, with exit code 1', () => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['text', 'hello'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['binary', new Uint8Array([0, 255, 1])],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>'],
    ['11 MB', ' '.repeat(11_000_000)],
  ])('%s', async (_name, input) => {
    expect(await json(['-', ...now], { input })).toMatchObject({ code: 1, verdict: 'invalid' })
  })
})

test('several files make an array, and the worst counts', async () => {
  const bad = await files.write('bad.xml', '<a/>')
  const { code, out } = await cli.run(['metadata', idp, bad, ...now, '--format', 'json'])
  expect(code).toBe(1)
  expect(
    MetadataJudgement.array()
      .parse(JSON.parse(out))
      .map(({ verdict }) => verdict),
  ).toEqual(['valid', 'invalid'])
})

describe('an address is fetched', () => {
  test('and judged', async () => {
    const url = await serve((_request, response) => response.end(xml))
    expect(await json([`${url}/metadata`, ...now])).toMatchObject({ code: 0, verdict: 'valid' })
  })

  test.each([
    [404, /nothing is there/],
    [403, /sign-in/],
    [500, /answered 500/],
  ])('a refusal with status %i is exit code 2', async (status, says) => {
    const url = await serve((_request, response) => response.writeHead(status).end(xml))
    const said = await cli.run(['metadata', url, ...now])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toMatch(says)
  })

  test('an address that answers nothing is exit code 2', async () => {
    const said = await cli.run(['metadata', 'http://127.0.0.1:1/metadata'])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toMatch(/Nothing answers/)
  })
})

test.each<[readonly string[], RegExp]>([
  [[], /missing required argument/],
  [['/nowhere.xml'], /does not exist/],
  [['-', '--role', 'aa'], /Allowed choices are idp, sp/],
  [['-', '--trust', '/nowhere.pem'], /nowhere.pem does not exist/],
  [['-', '--trusted', 'a.pem'], /unknown option/],
])('wrong usage is exit code 2: %j', async (words, says) => {
  const said = await cli.run(['metadata', ...words])
  expect(said).toMatchObject({ code: 2, out: '' })
  expect(said.notes).toMatch(says)
})
