import type { ProblemTexts } from './problem-text.ts'

export const workspaceProblems = {
  'workspace.connection-damaged': {
    what: 'A saved connection could not be read and was set aside.',
    remedy:
      'Nothing was deleted: repair the file and put it back while the app is closed, or create the connection again.',
  },
  'workspace.run-damaged': {
    what: 'A saved test login could not be read and was set aside.',
    remedy: 'Nothing was deleted, and the connection is whole. Run the test login again.',
  },
  'workspace.settings-damaged': {
    what: 'The settings could not be read and were set aside.',
    remedy: 'Nothing else was touched. Make your settings again, or repair the file while the app is closed.',
  },
  'workspace.not-saved': {
    what: 'This change could not be saved, so nothing was changed.',
    remedy: 'Check that the disk has room and that the folder can be written, then try again.',
  },
} as const satisfies ProblemTexts
