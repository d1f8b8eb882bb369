import type { ProblemTexts } from './problem-text.ts'

export const inspectorProblems = {
  'inspector.stopped': {
    what: 'The check was stopped.',
    remedy: 'Paste or drop it again to check it from the start.',
  },
  'inspector.crashed': {
    what: 'The check ended before it was done: this was more than it could take.',
    remedy: 'Take the part that matters, such as the one response, and check that alone.',
  },
  'inspector.too-large': {
    what: 'This is more than 64 MB, so it was not read.',
    remedy:
      'Record the sign-in alone, or take out the one message that matters. Load the metadata of a federation in a connection’s step Identity provider.',
  },
  'inspector.private-key': {
    what: 'There is a private key in this. Nothing of it was kept.',
    remedy:
      'If it was sent to you, have it replaced: whoever has it can act as its owner. To check a certificate, take it without its key.',
  },
  'inspector.several': {
    what: 'These are several files, so none was read.',
    remedy: 'Drop them one after the other.',
  },
  'inspector.not-a-file': {
    what: 'What was dropped is neither a file nor text.',
    remedy: 'Drop a file from a folder, or copy the text and paste it.',
  },
  'inspector.unreadable': {
    what: 'The file could not be read.',
    remedy: 'Folders cannot be checked; copy the file to this computer and drop it again.',
  },
} as const satisfies ProblemTexts
