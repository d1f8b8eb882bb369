import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** How long does an aggregate of 10,000 entities take, every check and schema, beside `xmllint --schema` on the same file? */
process.exitCode = await runBuilt(
  'test/benchmarks/judge-aggregate/measure.ts',
  [],
  {},
  {
    'entity-worker': 'src-main/checks/aggregate/worker/entity-worker.ts',
    'judge-once': 'test/benchmarks/judge-aggregate/judge-once.ts',
  },
)
