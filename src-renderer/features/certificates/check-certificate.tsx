import { Button, Loader, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { InspectedKind, Inspection } from '#shared/model/inspection.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { useTakesDrops } from '../../lib/drop/drop-takers.tsx'
import { holdsKey } from '../../lib/inspection/holds-key.ts'
import { useInspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import { PasteBox } from '../../ui/inspection/paste-box.tsx'
import { ThingReport } from '../../ui/inspection/thing-report.tsx'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { useCertificateCheck } from './use-certificate-check.ts'

/** Of these something is told here; all else is the Inspector's. */
const kinds: ReadonlySet<InspectedKind> = new Set<InspectedKind>([
  ...(['certificate', 'certificate-request', 'public-key', 'private-key', 'pkcs7', 'pkcs12', 'jwk', 'jwks'] as const),
])

/** A certificate or key that somebody sent, checked on the spot. */
export function CheckCertificate() {
  const check = useCertificateCheck()
  useTakesDrops(check.takeFiles)
  const { inspection, isPending } = check
  return (
    <>
      <Section
        title="Check a certificate or key"
        text="PEM, DER, PKCS #7, PKCS #12, JWK or a request, pasted or dropped anywhere here. Nothing is sent or stored."
        aside={
          (inspection !== null || check.problem !== null) && (
            <Button variant="default" size="xs" onClick={check.clear}>
              Check another
            </Button>
          )
        }
      >
        {check.problem !== null && <ProblemAlert problem={check.problem} />}
        {isPending && <Loader size="sm" role="status" aria-label="Checking" />}
        {inspection === null && !isPending && (
          <PasteBox
            label="Certificate or key to check"
            fileLabel="Certificate file to check"
            rows={3}
            onText={check.takeText}
            onFiles={check.takeFiles}
          />
        )}
        {inspection !== null && !kinds.has(inspection.kind) && !holdsKey(inspection) && (
          <ProblemAlert problem={problem('certificate.other-kind')} aside={<Elsewhere file={check.given} />} />
        )}
        {inspection !== null && holdsKey(inspection) && <ProblemAlert problem={problem('inspector.private-key')} />}
      </Section>
      {inspection !== null && kinds.has(inspection.kind) && <Report inspection={inspection} />}
    </>
  )
}

function Report({ inspection }: { inspection: Inspection }) {
  return (
    <Stack gap="md">
      <ThingReport thing={inspection} actions={null} />
    </Stack>
  )
}

function Elsewhere({ file }: { file: File | null }) {
  const desk = useInspectorDesk()
  const navigate = useNavigate()
  if (file === null) return null
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => {
        desk.takeFiles([file])
        void navigate({ to: '/inspector' })
      }}
    >
      Open it in the Inspector
    </Button>
  )
}
