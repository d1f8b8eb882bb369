import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { ConnectionId } from '#shared/model/ids.ts'
import { StepId } from '#shared/model/step.ts'
import { CertificatesPage } from '../features/certificates/certificates-page.tsx'
import { InspectorPage } from '../features/inspector/inspector-page.tsx'
import { PracticeIdpPage } from '../features/practice-idp/practice-idp-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { BrokenPlace } from './broken-place.tsx'
import { ConnectionPage } from './connection-page.tsx'
import { NewConnectionRoute } from './new-connection-route.tsx'
import { Shell } from './shell/shell.tsx'
import { StartRoute } from './start-route.tsx'
import { TenantRoute } from './tenant-route.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: StartRoute })
const start = createRoute({ getParentRoute: () => root, path: '/', component: StartRoute })
const newConnection = createRoute({
  getParentRoute: () => root,
  path: '/connections/new',
  component: NewConnectionRoute,
})
const connection = createRoute({
  getParentRoute: () => root,
  path: '/connections/$connectionId/$step',
  params: {
    parse: ({ connectionId, step }) => ({ connectionId: ConnectionId.parse(connectionId), step: StepId.parse(step) }),
    stringify: (params) => params,
  },
  component: function ConnectionRoute() {
    const { connectionId, step } = connection.useParams()
    return <ConnectionPage key={connectionId} id={connectionId} step={step} />
  },
})
const certificates = createRoute({
  getParentRoute: () => root,
  path: '/certificates',
  component: () => <CertificatesPage />,
})
const inspector = createRoute({ getParentRoute: () => root, path: '/inspector', component: InspectorPage })
const practiceIdp = createRoute({ getParentRoute: () => root, path: '/practice-idp', component: PracticeIdpPage })
const tenant = createRoute({ getParentRoute: () => root, path: '/tenant/{-$section}', component: TenantRoute })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage })

const routeTree = root.addChildren([
  start,
  newConnection,
  connection,
  inspector,
  certificates,
  practiceIdp,
  tenant,
  settings,
])

/** Places are kept behind the hash, so that a reload comes back to the same one. */
export const makeRouter = () =>
  createRouter({ routeTree, history: createHashHistory(), defaultErrorComponent: BrokenPlace })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
