import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../runtime/locate.mjs'
import { findingsPage } from './findings-page.ts'

/** `npm run docs`: writes the pages that are made from catalogues. */
writeFileSync(join(projectRoot, 'docs', 'findings.md'), findingsPage())
