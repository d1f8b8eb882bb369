import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { receiptBody } from '#main/evidence/receipt/receipt-body.ts'
import { signReceipt } from '#main/evidence/receipt/sign-receipt.ts'
import { mapStrings } from '#main/evidence/report/map-strings.ts'
import { reportHtml } from '#main/evidence/report/report-html.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { sampleConnection } from '#test/support/evidence/sample-connection.ts'
import { acceptedJudgement, rejectedJudgement, sampleRun } from '#test/support/evidence/sample-run.ts'

const full = (judgement: ResponseJudgement | null, more = {}) =>
  reportHtml(sampleRun(judgement, more), sampleConnection, 'full')
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')

describe('verdict first: colour, icon and word agree', () => {
  const undecided = { ...rejectedJudgement, verdict: 'undecided' } as const
  test.each([
    ['accepted', acceptedJudgement, 'passed', 'Accepted', 'm7.5 12.4'],
    ['rejected', rejectedJudgement, 'error', 'Rejected', 'm8.4 8.4'],
    ['undecided', undecided, 'not-verified', 'Undecided', 'stroke-dasharray'],
    ['not judged', null, 'not-verified', 'Not judged', 'stroke-dasharray'],
  ])('%s', (_name, judgement, look, word, icon) => {
    const [, panel] = /<section class="verdict ([\s\S]*?)<\/section>/.exec(full(judgement)) ?? []
    expect(panel?.startsWith(`${look}"`)).toBe(true)
    expect(panel).toContain(word)
    expect(panel).toContain(icon)
  })

  test('why it stopped stands in it', () => {
    const problem = { code: 'x', field: null, what: 'The window was closed.', remedy: 'Start again.' }
    expect(textOf(full(null, { state: 'stopped', problem }))).toMatch(
      /Not judged.*The window was closed\. Start again\./,
    )
  })
})

test('the parts come in reading order', () => {
  const headings = [...full(acceptedJudgement).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)
  expect(headings).toEqual([
    'What to do',
    'Findings',
    'Claims',
    'Signatures',
    'Certificates',
    'Configuration',
    'Timeline',
    'Messages',
    'Receipt',
  ])
})

test('what to do names the fix, the value to enter and who does it', () => {
  const [, steps = ''] = /<ol class="steps">([\s\S]*?)<\/ol>/.exec(full(rejectedJudgement)) ?? []
  expect(steps.match(/<li>/g)).toHaveLength(1)
  expect(textOf(steps)).toMatch(
    /Set the audience.*https:\/\/app\.customer\.example\/saml\/metadata.*Identity provider adm/,
  )
})

test('every finding is there once, consequences inside their cause', () => {
  const html = full(rejectedJudgement)
  for (const { code } of rejectedJudgement.findings) {
    expect(html.split(`<code>${code}</code>`), code).toHaveLength(2)
  }
  const [card] = /<article class="card error">[\s\S]*?<\/article>/.exec(html) ?? []
  expect(card).toContain('saml.audience.mismatch')
  expect(card).toContain('saml.recipient.mismatch')
  expect(card).toContain('saml/<mark>M</mark>eta<mark>D</mark>ata<mark>/</mark>')
  expect(card).toContain('acs<mark>␣</mark>')
  expect(card).toContain('Read from a part that no trusted signature covers')
})

test('the receipt is shown whole, and says what it vouches for', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const tested = { judgement: rejectedJudgement, message: 'x', testedAt: new Date('2026-11-22T08:00:12.480Z') }
  const body = receiptBody({ ...tested, configurationSha256: 'c0'.repeat(32) }, privateKey)
  const receipt = signReceipt(body, privateKey)
  const shown = textOf(full(rejectedJudgement, { receipt }))
  for (const value of [receipt.signature, receipt.keyId, receipt.messageSha256, ...receipt.codes]) {
    expect(shown).toContain(value)
  }
  expect(shown).toContain('Vouches for exactly the configuration shown above.')
  expect(textOf(full(rejectedJudgement, { receipt, configurationSha256: 'd0'.repeat(32) }))).toContain(
    'Vouches for another configuration',
  )
})

describe('the file needs nothing and runs nothing', () => {
  const allowed = new Set(
    'html head meta title style body main header section article footer div p h1 h2 h3 h4 dl dt dd ol ul li table thead tbody tr th td svg circle path span bdi code pre mark time br wbr'.split(
      ' ',
    ),
  )
  const hostile = `"'><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)></style><style>*{}</style>&amp;javascript:alert(1)`
  const hostileJudgement = {
    ...mapStrings({ identity: acceptedJudgement.identity, signatures: acceptedJudgement.signatures }, () => hostile),
    verdict: 'accepted' as const,
    timing: { [hostile]: 1 },
    findings: [
      {
        ...rejectedJudgement.findings.find(({ rootCause }) => rootCause)!,
        title: hostile,
        detail: hostile,
        expected: hostile,
        actual: `${hostile}x`,
        fix: hostile,
        reference: hostile,
        location: { document: hostile, path: hostile, line: 1, column: 1 },
      },
    ],
  }
  const run = sampleRun(hostileJudgement, {
    problem: { code: hostile, field: hostile, what: hostile, remedy: hostile },
    request: { id: hostile, xml: hostile, destination: hostile },
    message: { ...sampleRun(null).message!, postedTo: hostile, relayState: hostile, xml: hostile },
    timeline: [{ at: 1, kind: 'page', method: hostile, url: hostile, status: 200, says: hostile }],
    configurationSha256: hostile,
  })
  const connection = structuredClone(sampleConnection)
  connection.intake.displayName = hostile
  connection.intake.applicationOwner = hostile
  connection.identityProvider!.entityId = hostile
  connection.serviceProvider!.entityId = hostile
  connection.mapping.email = [hostile]
  Object.assign(connection.identityProvider!.signingCertificates[0]!, {
    name: hostile,
    subject: hostile,
    serial: hostile,
  })

  test.each(['full', 'redacted'] as const)('hostile values stay text (%s)', (variant) => {
    const html = reportHtml(run, connection, variant)
    const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi)]
    expect(tags.filter(([, name = '']) => !allowed.has(name)).map(([tag]) => tag)).toEqual([])
    expect(tags.filter(([, , attributes = '']) => /\s(on\w+|src|href|style|action)\s*=/i.test(attributes))).toEqual([])
    expect(html.match(/<style>/g)).toHaveLength(1)
    expect(html).not.toMatch(/url\(|@import/)
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(20)
  })

  test('unseen characters are drawn', () => {
    const unseen = structuredClone(sampleConnection)
    unseen.intake.displayName = 'a\u202eb\u0000c\u200bd'
    const html = reportHtml(sampleRun(null), unseen)
    expect(html).toContain('a‹U+202E›b␀c')
    expect(html).not.toMatch(/[\u0000\u202e]/)
  })

  test('the policy admits the one style sheet by its digest and nothing else', () => {
    const html = full(acceptedJudgement)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const digest = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
  })
})
