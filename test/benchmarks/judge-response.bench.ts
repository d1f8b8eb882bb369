import { runBuilt } from '#test/support/benchmarks/run-built.ts'

/** How many responses a second does one core judge, every check included, beside the most used library of Node? */
process.exitCode = await runBuilt('test/benchmarks/judge-response/measure.ts')
