import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPaint } from '#main/cli/output/human/paint.ts'
import { runProgram } from '#main/cli/program.ts'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { SamlFaultId } from '#shared/model/practice-idp.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { firstLine } from '#test/support/practice-idp/follow-advice.ts'
import { PracticeLogin } from '#test/support/practice-idp/practice-login.ts'
import { ACS_URL, ENTITY_ID, NOW } from '#test/support/practice-idp/running-practice-idp.ts'
import { told } from '#test/support/practice-idp/told.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** Where a message arrives, it is judged on the command line as well. */
const arriving = SamlFaultId.options.filter((fault) => faultCatalogue[fault].finding.startsWith('saml.'))

let login: PracticeLogin
let sound: PracticeLogin['connection']
beforeAll(async () => {
  login = await PracticeLogin.open()
  sound = login.connection
})
afterAll(() => login.stop())

/** In this process, at the time of the test. */
async function claimcheck(words: readonly string[]): Promise<string> {
  let out = ''
  await runProgram(words, {
    version: '0.0.0',
    out: (text) => {
      out += text
    },
    note: () => {},
    readStandardInput: async () => new Uint8Array(),
    progress: undefined,
    entityWorker: new URL('file:///nowhere'),
    environment: {},
    paint: createPaint(false, 100),
    clock: () => NOW,
    stopwatch: () => 0,
    random: (bytes) => randomBytes(bytes),
    askedToStop: () => Promise.resolve(),
  })
  return out
}

async function wordsFor({ message, request }: TestRun): Promise<string[]> {
  const folder = await temporaryFolder()
  const keep = async (name: string, text: string) => {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }
  const { identityProvider } = login.connection
  const key = login.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return [
    ...['response', await keep('response.txt', message?.samlResponse ?? '')],
    ...['--idp-metadata', await keep('idp.xml', identityProvider?.metadataXml ?? '')],
    ...['--sp-entity-id', ENTITY_ID, '--acs-url', ACS_URL, '--request-id', request?.id ?? ''],
    ...['--sp-key', await keep('sp.pem', key), '--email-domain', 'example.com', '--policy', 'strict'],
    ...['--claims', await keep('claims.json', JSON.stringify({ email: login.connection.mapping.email }))],
  ]
}

describe('the command line says of the caught message what the test login said of', () => {
  test.each(arriving)('%s', async (fault) => {
    login.restore(sound)
    login.switchOn(fault)
    const run = faultCatalogue[fault].shows === 'setup' ? await login.setUpAndRun() : await login.run()
    if (!('judgement' in run) || run.judgement === null) throw new Error('nothing was judged')
    const words = await wordsFor(run)
    const judgement = ResponseJudgement.parse(JSON.parse(await claimcheck([...words, '--format', 'json'])))
    expect(told(judgement.findings)).toEqual({ first: [faultCatalogue[fault].finding], unexplained: [] })
    const { title = '' } = firstLine(run.judgement.findings) ?? {}
    const others = judgement.findings.filter(({ severity }) => ['error', 'warning'].includes(severity))
    const picture = (await claimcheck(words)).replace(/\s+/g, ' ')
    const places = others.map((finding) => [picture.indexOf(finding.title), finding.title] as const)
    const [first] = places.filter(([place]) => place >= 0).toSorted(([one], [two]) => one - two)
    expect(first?.[1]).toBe(title)
  })
})
