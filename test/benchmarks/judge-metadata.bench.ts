import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** How many metadata files a second does one core judge, every check and the schema included, in the shape of each provider? */
process.exitCode = await runBuilt('test/benchmarks/judge-metadata/measure.ts')
