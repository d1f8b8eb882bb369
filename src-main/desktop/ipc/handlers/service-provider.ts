import { setServiceProvider } from '#main/workspace/connections/change-connection.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { serviceProviderIpc } from '#shared/ipc/service-provider.ts'
import { generateServiceProvider } from '../../service-provider/generate.ts'
import { keyNameOf } from '../../service-provider/key-of.ts'
import { serviceProviderOf } from '../../service-provider/metadata-of.ts'
import { askWhere, fileName, writeOrRefuse } from '../../storage/save-file.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<
  HandlerContext,
  'workspace' | 'tell' | 'secrets' | 'practiceIdp' | 'dialog' | 'mainWindow' | 'clock' | 'random'
>

export function serviceProviderHandlers(context: Context): FeatureHandlers<typeof serviceProviderIpc> {
  const { workspace, secrets, practiceIdp, dialog, mainWindow, clock, random } = context
  return {
    generate: async ({ connectionId: id, ...typed }) => {
      const before = workspace.get(id).serviceProvider
      const { serviceProvider, privateKey } = await generateServiceProvider(typed, clock(), random)
      const der = privateKey.export({ type: 'pkcs8', format: 'der' })
      await secrets.put(keyNameOf(id, serviceProvider.certificate), der)
      const connection = await changeConnection(context, id, setServiceProvider(serviceProvider))
      if (before) await secrets.remove(keyNameOf(id, before.certificate))
      return connection
    },
    saveMetadata: async ({ connectionId, target }) => {
      const connection = workspace.get(connectionId)
      const { metadataXml } = serviceProviderOf(connection, target)
      const path = await askWhere(dialog, mainWindow(), {
        title: 'Save service provider metadata',
        defaultPath: `${fileName(connection.intake.displayName)}-sp-metadata.xml`,
        filters: [{ name: 'SAML metadata', extensions: ['xml'] }],
      })
      if (path !== null) await writeOrRefuse(path, metadataXml)
      return path
    },
    registerAtPracticeIdp: ({ connectionId, target }) =>
      practiceIdp.registerServiceProvider(serviceProviderOf(workspace.get(connectionId), target).metadataXml),
  }
}
