import { checkCatalogue } from '#shared/findings/catalogue.ts'
import type { CheckText, FaultSeverity, FaultText } from '#shared/findings/finding-text.ts'
import type { Owner } from '#shared/model/finding.ts'

const severities: Record<FaultSeverity, string> = {
  error: 'error',
  policy: 'error in strict, warning in interop',
  'when-required': 'error where the claim is required, else a warning',
  warning: 'warning',
  info: 'note',
}

const owners: Record<Owner, string> = {
  'idp-admin': 'Identity provider administrator',
  'sp-admin': 'Application administrator',
  user: 'The user',
  network: 'Network administrator',
}

const introduction = `# Findings

Every finding that a judgement can carry, by its stable code, with its cause and what to do. Made from the catalogue in \`src-shared/findings\` by
\`npm run docs\`; a test holds it current.

Under its own code a check says that it passed, or that it could not be judged (\`not-verified\`), which is never the same. Under the codes below it
the check says how it failed.`

/** The page that lists every finding, as Markdown. */
export function findingsPage(): string {
  const sections = Object.entries(checkCatalogue).map(([code, check]) => sectionOf(code, check))
  return `${[introduction, ...sections].join('\n\n')}\n`
}

function sectionOf(code: string, check: CheckText): string {
  const faults = Object.entries(check.faults).map(([faultCode, fault]) => faultOf(faultCode, fault, check))
  return [`## ${check.about} · \`${code}\``, `Passed: ${check.passed} (${check.reference})`, ...faults].join('\n\n')
}

function faultOf(
  code: string,
  { severity, title, detail, owner, fix, reference }: FaultText,
  check: CheckText,
): string {
  return [
    `### \`${code}\``,
    `**${title}** ${detail}`,
    `- Severity: ${severities[severity]}\n- ${owners[owner]}: ${fix}\n- Clause: ${reference ?? check.reference}`,
  ].join('\n\n')
}
