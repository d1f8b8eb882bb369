import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** What does judging add to the exchange of a code, beside bare openid-client with its signature checks on? */
process.exitCode = await runBuilt('test/benchmarks/oidc-exchange/measure.ts')
