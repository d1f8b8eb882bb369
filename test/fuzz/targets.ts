import { judgeLogout } from '#main/checks/judge-logout.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { judgeRequest } from '#main/checks/judge-request.ts'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificates } from '#main/pki/certificate/read-certificate.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { LogoutJudgement, RequestJudgement } from '#shared/model/message-judgement.ts'
import { encryption } from '#test/attacks/accepted/encryption.ts'
import { signatures } from '#test/attacks/accepted/signatures.ts'
import { names, rules } from '#test/attacks/accepted/values.ts'
import { writing } from '#test/attacks/accepted/writing.ts'
import { catalogue } from '#test/attacks/saml/catalogue.ts'
import { makeWorld, soundAssertion } from '#test/attacks/saml/world.ts'
import type { Target } from './fuzz.ts'
import { keptSeeds } from './kept-seeds.ts'
import { recogniserTargets } from './recogniser-targets.ts'

/** Every parser of something that strangers send, with what must hold of it whatever the input. */
export async function makeTargets(): Promise<Target[]> {
  const world = await makeWorld()
  const { context } = soundAssertion(world)
  const { identityProvider, policy, now } = context
  const oddities = [writing, signatures, rules, names, encryption].flat().map(({ build }) => build(world))
  const attacks = catalogue.filter(({ row }) => row !== 'G1' && row !== 'G3').map(({ build }) => build(world))
  const messages = [...oddities, ...attacks].map(({ message }) => textOf(message))
  const judging = { ...context, requiredClaims: [] }
  const responses = [...keptSeeds('xml'), ...messages]
  // Whoever a changed message signs in was signed in by the message before.
  const honest = new Set(responses.map((message) => identityText(judgeResponse(message, judging))))
  return [
    {
      name: 'response',
      seeds: responses,
      run(input) {
        const judgement = ResponseJudgement.parse(judgeResponse(input, judging))
        if (judgement.verdict !== 'accepted') {
          if (judgement.identity !== null) throw new Error('an identity without acceptance')
        } else if (!honest.has(identityText(judgement))) throw new Error(`accepted ${identityText(judgement)}`)
      },
    },
    { name: 'canonical form', seeds: messages, run: isCanonicalOnce },
    {
      name: 'metadata',
      seeds: keptSeeds('metadata'),
      run: (input) => void judgeMetadata(input, { now, mode: 'strict' }),
    },
    {
      name: 'logout',
      seeds: keptSeeds('query'),
      run(input) {
        const serviceProvider = { logoutUrl: undefined, decryptionKeys: [] }
        const logout = { now, policy, identityProvider, serviceProvider, requestId: undefined, stopwatch: undefined }
        LogoutJudgement.parse(judgeLogout({ kind: 'redirect', query: input }, logout))
      },
    },
    {
      name: 'request',
      seeds: keptSeeds('query'),
      run(input) {
        const { certificates } = identityProvider
        const serviceProvider = { entityId: undefined, certificates, acsUrls: [], signsRequests: true }
        const wants = { signInUrls: [], nameIdFormats: [], wantsSignedRequests: true }
        const asking = { now, policy, serviceProvider, identityProvider: wants, stopwatch: undefined }
        RequestJudgement.parse(judgeRequest({ kind: 'redirect', query: input }, asking))
      },
    },
    { name: 'form field', seeds: keptSeeds('base64'), run: refusing(BindingRefused, decodePost) },
    { name: 'certificate', seeds: keptSeeds('certificate'), run: refusing(CertificateRefused, readCertificates) },
    ...recogniserTargets(),
    { name: 'time', seeds: ['2026-11-22T08:00:00Z', '2026-02-29T23:59:59.123456789Z'], run: isTimeOrNothing },
  ]
}

const textOf = (message: string | Uint8Array) =>
  typeof message === 'string' ? message : Buffer.from(message).toString('latin1')

const identityText = ({ identity }: ResponseJudgement) => `${identity?.nameId} ${identity?.profile.email}`

/** Canonical text is XML, and its own canonical form (Canonical XML 1.0 §1.1). */
function isCanonicalOnce(input: string): void {
  const how = { method: 'exclusive', withComments: false, inclusivePrefixes: [] } as const
  try {
    const once = canonicalize(parseXml(input, messageLimits).root, how)
    const twice = canonicalize(parseXml(once, { ...messageLimits, size: Number.MAX_SAFE_INTEGER }).root, how)
    if (once !== twice) throw new Error('canonical form changes the second time')
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
  }
}

const refusing =
  (Refusal: new (...args: never[]) => Error, read: (input: string) => unknown) =>
  (input: string): void => {
    try {
      read(input)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

function isTimeOrNothing(input: string): void {
  const time = parseSamlTime(input)
  if (time !== undefined && !Number.isFinite(time)) throw new Error(`${time}`)
}
