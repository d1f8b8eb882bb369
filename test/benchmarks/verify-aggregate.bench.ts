import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** How long does the signature over an aggregate of 10,000 entities take, beside xmlsec1 on the same file? */
process.exitCode = await runBuilt(
  'test/benchmarks/verify-aggregate/measure.ts',
  [],
  {},
  {
    'verify-once': 'test/benchmarks/verify-aggregate/verify-once.ts',
  },
)
