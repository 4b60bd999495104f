/** How safely this machine keeps projects, and how much room there is, in bytes. */
export interface StorageRoom {
  /** False when the browser may clear projects by itself as the disk fills up. */
  readonly persistent: boolean
  readonly used: number | null
  /** What may still be written; null where the browser does not say. */
  readonly left: number | null
}

/** Asks that projects are kept until the person deletes them, and says how much room there is. A refusal
    is no failure: projects are kept, but the person should have a project file beside them. */
export async function askForPersistentStorage(
  storage: StorageManager = navigator.storage,
): Promise<StorageRoom> {
  const persistent =
    (await storage.persisted().catch(() => false)) || (await storage.persist().catch(() => false))
  const estimate: StorageEstimate = await storage.estimate().catch(() => ({}))
  const { usage: used = null, quota = null } = estimate
  return { persistent, used, left: quota === null || used === null ? null : Math.max(0, quota - used) }
}
