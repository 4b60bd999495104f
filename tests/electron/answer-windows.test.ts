import { expect, test } from 'vitest'
import { type AnsweringWindow, answerWindows } from '../../electron/answer-windows.ts'
import { bridgeHandlers } from '../../electron/bridge-handlers.ts'
import { ASK, TELL } from '../../electron/channels.ts'
import { openRecentFiles } from '../../electron/recent-files.ts'
import { windowRequests } from '../../electron/window-requests.ts'
import { temporaryFolder } from './temporary-folder.ts'

type Hearing = (event: unknown, ...given: readonly unknown[]) => unknown

async function twoWindows() {
  const hearings = new Map<string, Hearing>()
  const titles: string[] = []
  const recent = await openRecentFiles(`${await temporaryFolder()}/recent-files.json`)
  const made = (name: string): AnsweringWindow => ({
    handlers: bridgeHandlers(
      {
        chooseFiles: async () => [`/nowhere/${name}.txt`],
        choosePlace: async () => null,
        print: async () => new Uint8Array(),
      },
      recent,
      recent,
      { folders: recent, own: '/nowhere/Backups', show: async () => true },
    ),
    requests: windowRequests(() => undefined),
    setTitle: (title, unsaved) => titles.push(`${name}: ${title}${unsaved ? ' (unsaved)' : ''}`),
  })
  const windows = new Map([
    [1, made('first')],
    [2, made('second')],
  ])
  const ipc = { handle: keep, on: keep } as unknown as Parameters<typeof answerWindows>[0]
  function keep(channel: string, hearing: Hearing) {
    hearings.set(channel, hearing)
  }
  answerWindows(ipc, (id) => windows.get(id) ?? null)
  const say = (channel: string, from: object, ...given: readonly unknown[]) =>
    hearings.get(channel)?.(from, ...given)
  return { say, titles, channels: [...hearings.keys()] }
}

const from = (id: number, url = 'app://loam/') => ({ sender: { id }, senderFrame: { url, parent: null } })
const wanted = { title: '', endings: [], several: true }

test('every channel of the bridge is answered', async () => {
  const { channels } = await twoWindows()
  const tellings = [TELL.listening, TELL.going, TELL.done, TELL.title]
  expect(channels.toSorted()).toEqual([...Object.values(ASK), ...tellings].toSorted())
})

test('each window is answered with its own dialogs', async () => {
  const { say } = await twoWindows()
  expect(await say(ASK.openFiles, from(2), wanted)).toMatchObject([{ name: 'second.txt' }])
})

test('a foreign page is neither answered nor heard', async () => {
  const { say, titles } = await twoWindows()
  expect(() => say(ASK.openFiles, from(1, 'https://example.org/'), wanted)).toThrow('Loam’s own window')
  expect(() => say(ASK.openFiles, from(3), wanted)).toThrow('Loam’s own window')
  say(TELL.title, from(1, 'https://example.org/'), 'Your bank', false)
  expect(titles).toEqual([])
  say(TELL.title, from(1), 'Ardal inquiry', true)
  expect(titles).toEqual(['first: Ardal inquiry (unsaved)'])
})
