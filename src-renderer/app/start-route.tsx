import { Navigate, useNavigate } from '@tanstack/react-router'
import { WelcomePage } from '../features/connections/welcome-page.tsx'
import { useConnections } from '../lib/queries/connections.ts'
import { nextStep } from '../lib/steps/next-step.ts'
import { WhenRead } from '../ui/states/when-read.tsx'

/** Where the window begins: at the connection that was worked on last, or at the welcome where there is none. */
export function StartRoute() {
  const navigate = useNavigate()
  const query = useConnections()
  return (
    <WhenRead query={query}>
      {(connections) => {
        const last = connections.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]
        if (last !== undefined)
          return (
            <Navigate
              to="/connections/$connectionId/$step"
              params={{ connectionId: last.id, step: nextStep(last) }}
              replace
            />
          )
        return (
          <WelcomePage
            onNew={() => void navigate({ to: '/connections/new' })}
            onCheck={() => void navigate({ to: '/inspector' })}
            onMade={({ id }) =>
              void navigate({
                to: '/connections/$connectionId/$step',
                params: { connectionId: id, step: 'identity-provider' },
              })
            }
          />
        )
      }}
    </WhenRead>
  )
}
