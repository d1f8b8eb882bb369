import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What is not accessible on the page as it is now. */
export async function violationsOn(page: Page): Promise<string[]> {
  // axe loses its way among lines that are scrolled out of the source view; its colours have a unit test of their own.
  const { violations, passes } = await new AxeBuilder({ page }).exclude('.cm-scroller').analyze()
  // Where nothing was looked at, nothing can be wrong.
  if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('No contrast was looked at.')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}
