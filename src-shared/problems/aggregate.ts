import type { ProblemTexts } from './problem-text.ts'

export const aggregateProblems = {
  'aggregate.stopped': {
    what: 'Reading the metadata was stopped.',
    remedy: 'Load it again to choose an identity provider from it.',
  },
  'aggregate.gone': {
    what: 'The metadata that was read is no longer at hand.',
    remedy: 'Load it again, then choose the identity provider.',
  },
  'aggregate.too-large': {
    what: 'This is more than 64 MB, so it was not read.',
    remedy: 'Most federations also publish the metadata of each identity provider alone: load that.',
  },
} as const satisfies ProblemTexts
