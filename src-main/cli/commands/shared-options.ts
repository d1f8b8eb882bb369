import { Option } from 'commander'
import { outputFormats } from '../output/output-options.ts'

/** Options that all judging commands have. */
export const formatOption = () =>
  new Option('--format <format>', 'what to print').choices(outputFormats).default('human')
export const policyOption = (more = '') =>
  new Option('--policy <policy>', `what is an error rather than a warning${more}`)
    .choices(['interop', 'strict'])
    .default('interop')
export const verboseOption = () => new Option('--verbose', 'list what passed as well (human output)')
