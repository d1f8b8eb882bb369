import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'
import { expectJunit } from '#test/support/reports/junit-schema.ts'
import { expectSarif } from '#test/support/reports/sarif-schema.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'

let cli: ResponseCli['cli']
let files: ResponseCli['files']
let trust: ResponseCli['trust']
let close: ResponseCli['close']
let folder: string

beforeAll(async () => {
  const opened = await openResponseCli()
  ;({ cli, files, trust, close } = opened)
  folder = join(files.folder, 'trace')
  await mkdir(join(folder, 'deep'), { recursive: true })
  const sound = sign(responseXml(), opened.signer)
  await files.write('trace/b.xml', sound)
  await files.write('trace/a.b64', Buffer.from(sound).toString('base64'))
  await files.write('trace/deep/c.xml', 'hello')
  await files.write('trace/.hidden', 'hello')
})
afterAll(() => close())

const run = (...words: readonly string[]) => cli.run(['response', ...words, ...soundOptions, ...trust])
async function judged(...words: readonly string[]) {
  const { code, out } = await run(...words, '--format', 'json')
  const judgements: { file: string; verdict: string }[] = JSON.parse(out)
  return { code, of: judgements.map(({ file, verdict }) => [file.slice(folder.length + 1), verdict]) }
}

describe('one run judges', () => {
  test('a folder, hidden files left out, each judgement with its file', async () => {
    const all = [
      ['a.b64', 'accepted'],
      ['b.xml', 'accepted'],
      ['deep/c.xml', 'rejected'],
    ]
    expect(await judged(folder)).toEqual({ code: 1, of: all })
    expect(await judged(`${folder}/`)).toEqual({ code: 1, of: all })
  })

  test('a pattern', async () => {
    expect(await judged(`${folder}/*.xml`)).toEqual({ code: 0, of: [['b.xml', 'accepted']] })
    expect(await judged(`${folder}/**/*.xml`)).toMatchObject({
      code: 1,
      of: [
        ['b.xml', 'accepted'],
        ['deep/c.xml', 'rejected'],
      ],
    })
    expect(await judged(`${folder}/{a,b}.*`)).toMatchObject({ code: 0 })
  })

  test('a file whose name is a pattern', async () => {
    const odd = await files.write('odd[1].xml', 'hello')
    expect(JSON.parse((await run(odd, '--format', 'json')).out)).toMatchObject({ verdict: 'rejected' })
  })

  test('and says in the end how many are what', async () => {
    expect((await run(folder)).out).toMatch(/\n\n3 files: 2 accepted, 1 rejected\n$/)
  })
})

test('a folder or pattern without files is wrong usage', async () => {
  await mkdir(join(files.folder, 'empty'), { recursive: true })
  expect(await run(join(files.folder, 'empty'))).toMatchObject({
    code: 2,
    out: '',
    notes: expect.stringContaining('without files'),
  })
  expect(await run(`${folder}/*.none`)).toMatchObject({
    code: 2,
    out: '',
    notes: expect.stringContaining('No file fits'),
  })
})

describe('reports for other tools', () => {
  test('SARIF is data, valid by its schema, with the exit code of the worst', async () => {
    const { code, out } = await run(folder, '--format', 'sarif')
    expect(code).toBe(1)
    const log = JSON.parse(out)
    expectSarif(log)
    const [{ artifacts, results, invocations }] = log.runs
    expect(artifacts.map(({ properties }: { properties: { verdict: string } }) => properties.verdict)).toEqual([
      'accepted',
      'accepted',
      'rejected',
    ])
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }])
    expect(results.some(({ ruleId }: { ruleId: string }) => ruleId === 'xml.not-well-formed')).toBe(true)
  })

  test('JUnit has a suite for each file', async () => {
    const { code, out } = await run(folder, '--format', 'junit')
    expect(code).toBe(1)
    expectJunit(out)
    expect(out.match(/<testsuite /g)).toHaveLength(3)
  })

  test.each(['logout', 'request', 'metadata'])('%s has them too', async (command) => {
    const sarif = await cli.run([command, '-', '--format', 'sarif'], { input: 'hello' })
    expect(sarif.code).toBe(1)
    expectSarif(JSON.parse(sarif.out))
    const junit = await cli.run([command, '-', '--format', 'junit'], { input: 'hello' })
    expect(junit.code).toBe(1)
    expectJunit(junit.out)
  })
})
