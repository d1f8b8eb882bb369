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
    what: 'This is more than is read of one federation, so it was not read.',
    remedy: 'Save it as a file and choose that. Most federations also publish each identity provider alone: load that.',
  },
  'aggregate.no-path': {
    what: 'What was dropped is on no disk of this computer, and too large to be read from elsewhere.',
    remedy: 'Save it as a file first, then choose that file.',
  },
  'aggregate.unreadable': {
    what: 'This file cannot be read.',
    remedy: 'Check that it is still there and that you may read it, then choose it again.',
  },
  'aggregate.changed': {
    what: 'The file was changed while it was being read.',
    remedy: 'Load it again, then choose the identity provider.',
  },
  'aggregate.chosen-missing': {
    what: 'The identity provider of this connection is no longer in this metadata. Nothing was changed.',
    remedy: 'Ask whoever publishes the metadata. If it has another entity ID now, choose it below.',
  },
  'aggregate.chosen-twice': {
    what: 'The identity provider of this connection is in this metadata more than once. Nothing was changed.',
    remedy: 'Tell whoever publishes the metadata, and choose the right one below.',
  },
} as const satisfies ProblemTexts
