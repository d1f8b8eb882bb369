import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** How long does a browser recording of 5 MB take, opened and explained? */
process.exitCode = await runBuilt('test/benchmarks/inspect-recording/measure.ts')
