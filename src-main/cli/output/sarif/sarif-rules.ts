import { checkCatalogue } from '#shared/findings/catalogue.ts'
import type { CheckTexts } from '#shared/findings/finding-text.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'

const levels = {
  error: 'error',
  warning: 'warning',
  info: 'none',
  'not-verified': 'none',
  passed: 'none',
} as const satisfies Record<Severity, unknown>

/** A rule for each code that occurs (SARIF §3.49), as the catalogue words it where it knows the code. */
export function sarifRules(findings: readonly Finding[]) {
  const first = new Map<string, Finding>()
  for (const finding of findings) if (!first.has(finding.code)) first.set(finding.code, finding)
  return [...first.values()].map((finding) => {
    const { code, severity, reference, owner } = finding
    const { short, full, help } = textOf(finding)
    return {
      id: code,
      shortDescription: { text: short },
      fullDescription: { text: full },
      ...(help !== undefined && { help: { text: help } }),
      defaultConfiguration: { level: levels[severity] },
      properties: { tags: [code.split('.')[0] ?? code], owner, reference },
    }
  })
}

interface RuleText {
  readonly short: string
  readonly full: string
  readonly help: string | undefined
}

function textOf({ code, title, detail, fix }: Finding): RuleText {
  const check = texts.get(code)
  if (check !== undefined) return check
  return { short: title, full: detail === '' ? title : detail, help: fix }
}

/** Checks by their own code. What a fault says stands in the finding itself. */
const texts = new Map<string, RuleText>(
  Object.entries<CheckTexts[string]>(checkCatalogue).map(([code, { about, passed }]) => [
    code,
    { short: `${about}.`, full: passed, help: undefined },
  ]),
)
