/** Lets the worker's entry run from its source: a thread has no loader for TypeScript of its own. */
import { register } from 'tsx/esm/api'

register()
await import('../../../src-main/checks/aggregate/worker/entity-worker.ts')
