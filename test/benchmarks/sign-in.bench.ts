import { fetchPeer } from '#test/support/benchmarks/fetch-peer.ts'
import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/**
 * How many whole SAML sign-ins a second does one core do over HTTP, beside the most used library of its kind, and does it stay
 * so with a thousand times as many people and organisations?
 */
const peer = fetchPeer('@boxyhq/saml-jackson', '26.2.0')
process.exitCode = await runBuilt('test/benchmarks/sign-in/measure.ts', [], { CLAIMCHECK_BENCHMARK_PEER: peer })
