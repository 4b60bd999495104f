import { expect, test } from 'vitest'
import { askForPersistentStorage } from '../../renderer/platform/persistent-storage.ts'

function storage(answers: Partial<StorageManager>): StorageManager {
  const refuse = () => Promise.reject(new Error('not asked for'))
  return { persisted: refuse, persist: refuse, estimate: refuse, getDirectory: refuse, ...answers }
}

test('storage that is already kept for good is not asked for again', async () => {
  const room = await askForPersistentStorage(
    storage({ persisted: async () => true, estimate: async () => ({ usage: 300, quota: 1_000 }) }),
  )
  expect(room).toEqual({ persistent: true, used: 300, left: 700 })
})

test('storage is asked for, and the answer is told', async () => {
  const asked = (granted: boolean) =>
    askForPersistentStorage(storage({ persisted: async () => false, persist: async () => granted }))
  expect(await asked(true)).toMatchObject({ persistent: true })
  expect(await asked(false)).toMatchObject({ persistent: false })
})

test('a browser that says nothing leaves the room unknown', async () => {
  expect(await askForPersistentStorage(storage({}))).toEqual({ persistent: false, used: null, left: null })
})

test('more used than allowed leaves nothing, not less than nothing', async () => {
  const room = await askForPersistentStorage(
    storage({ persisted: async () => true, estimate: async () => ({ usage: 1_200, quota: 1_000 }) }),
  )
  expect(room.left).toBe(0)
})
