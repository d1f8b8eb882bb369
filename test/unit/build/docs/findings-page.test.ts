import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsPage } from '#build/docs/findings-page.ts'
import { projectRoot } from '#build/runtime/locate.mjs'
import { faultCodes } from '#shared/findings/catalogue.ts'

test('the page of findings is current: run `npm run docs` after changing the catalogue', () => {
  expect(readFileSync(join(projectRoot, 'docs', 'findings.md'), 'utf8')).toBe(findingsPage())
})

test('it tells every way to fail, once, with who changes what', () => {
  const page = findingsPage()
  const told = [...page.matchAll(/^### `([^`]+)`$/gm)].map(([, code]) => code)
  expect(told).toEqual(faultCodes)
  expect(page).not.toMatch(/undefined|\[object/)
})
