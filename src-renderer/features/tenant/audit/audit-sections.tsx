import { AuditSection } from './audit-section.tsx'
import { SignInLog } from './sign-in-log.tsx'

export function AuditSections() {
  return (
    <>
      <AuditSection />
      <SignInLog />
    </>
  )
}
