import { openStorage } from '#main/backend/storage/open-storage.ts'
import type { Stores } from '#main/backend/storage/stores.ts'
import type { OrganisationId } from '#shared/model/ids.ts'

/** Looks into a backend's database beside it. */
export async function readStored<Found>(
  folder: string,
  tenant: string,
  look: (stores: Stores) => Promise<Found>,
): Promise<Found> {
  const storage = await openStorage(folder)
  try {
    return await look(storage.openStores(tenant as OrganisationId))
  } finally {
    await storage.close()
  }
}
