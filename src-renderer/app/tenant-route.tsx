import { useNavigate, useParams } from '@tanstack/react-router'
import { TenantPage } from '../features/tenant/tenant-page.tsx'
import { isTenantSection } from '../features/tenant/tenant-sections.ts'

export function TenantRoute() {
  const navigate = useNavigate()
  const section = useParams({ strict: false, select: (params) => params.section ?? '' })
  return (
    <TenantPage
      section={isTenantSection(section) ? section : 'overview'}
      onOpen={(next) => void navigate({ to: '/tenant/{-$section}', params: { section: next } })}
    />
  )
}
