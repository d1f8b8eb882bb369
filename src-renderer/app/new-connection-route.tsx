import { useNavigate } from '@tanstack/react-router'
import { NewConnectionPage } from '../features/intake/new-connection-page.tsx'

export function NewConnectionRoute() {
  const navigate = useNavigate()
  return (
    <NewConnectionPage
      onMade={({ id }) =>
        void navigate({
          to: '/connections/$connectionId/$step',
          params: { connectionId: id, step: 'identity-provider' },
        })
      }
    />
  )
}
