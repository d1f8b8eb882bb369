import type { Finding } from '#shared/model/finding.ts'
import type { ReportedFile } from '../reported-file.ts'
import { artifactUri, sarifResult } from './sarif-result.ts'
import { sarifRules } from './sarif-rules.ts'

export interface SarifOptions {
  readonly version: string
  readonly exitCode: number
  /** Also what passed. */
  readonly verbose: boolean
}

/** A log of one run (SARIF 2.1.0 §3.13, §3.14). */
export function sarifLog(files: readonly ReportedFile[], { version, exitCode, verbose }: SarifOptions) {
  const shown = (finding: Finding) => verbose || finding.severity !== 'passed'
  const findings = files.flatMap((file, index) =>
    file.findings.filter(shown).map((finding) => ({ finding, index, file })),
  )
  const rules = sarifRules(findings.map(({ finding }) => finding))
  const places = new Map(rules.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'claimcheck', version, semanticVersion: version, rules } },
        invocations: [{ executionSuccessful: true, exitCode }],
        artifacts: files.map(({ file, verdict }) => ({
          location: { uri: artifactUri(file) },
          properties: { verdict },
        })),
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ finding, file, index }) =>
          sarifResult(finding, file, index, places.get(finding.code) ?? -1),
        ),
      },
    ],
  }
}
