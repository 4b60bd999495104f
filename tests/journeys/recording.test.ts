import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, pick, preview } from '../support/bring-in.ts'
import { type Desk, newProject, saved, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'
import { savedProject } from '../support/saved-files.ts'
import { toneWav } from '../support/tone-wav.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const conversation = `[00:00:00] Interviewer: How did it begin?

[00:00:05] Ana: We met at the well. Nobody wrote it down, and so it could grow.

Interviewer: And what happened then?

[00:00:15] Bo: Then the water came. We dug the second well together.

[00:00:22] Interviewer: What stood in the way?

[00:00:26] Bo: Time, mostly.

[00:00:28] Ana: And a form that we could not fill in.
`
const recording = { name: 'well.wav', bytes: toneWav(30) }

test('a recording is linked, plays from a turn’s time, is followed, and a missing time is set and undone', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  expect(await dock(page).count()).toBe(0)
  await link(page)
  await dock(page).getByText('0:00 of 0:30').waitFor()
  expect(await position(page).getAttribute('aria-valuetext')).toBe('0 seconds of 30 seconds')

  await dock(page).getByRole('button', { name: 'Play', exact: true }).click()
  await heard(page).filter({ hasText: 'How did it begin?' }).waitFor()
  await playedTo(page, 0.5)
  await dock(page).getByRole('button', { name: 'Pause' }).click()
  await dock(page).getByRole('button', { name: 'Play', exact: true }).waitFor()

  await transcript(page).getByRole('button', { name: 'Play from 0:15' }).click()
  await heard(page).filter({ hasText: 'Then the water came.' }).waitFor()
  await playedTo(page, 15.2)
  await transcript(page).focus()
  await page.keyboard.press('F4')
  await dock(page).getByRole('button', { name: 'Play', exact: true }).waitFor()
  expect(await playsAt(page)).toBeLessThan(20)

  await position(page).fill('13')
  await heard(page).filter({ hasText: 'And what happened then?' }).waitFor()
  await transcript(page).getByText('And what happened then?').click()
  await page.keyboard.press('=')
  await saved(page)
  await transcript(page).getByRole('button', { name: 'Play from 0:13' }).waitFor()
  expect(await times(page)).toEqual([0, 5000, 13_000, 15_000, 22_000, 26_000, 28_000])
  await page.keyboard.press('Control+z')
  await transcript(page).getByRole('button', { name: 'Set time to this moment' }).waitFor()
  await saved(page)
  expect(await times(page)).toEqual([0, 5000, undefined, 15_000, 22_000, 26_000, 28_000])
  expect(at.errors).toEqual([])
})

test('keys skip, change the rate and play from the caret’s turn; a skip can be set from 1 to 10 seconds', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await link(page)
  await position(page).fill('20')
  await transcript(page).focus()
  await page.keyboard.press('j')
  await dock(page).getByText('0:17 of 0:30').waitFor()
  await page.keyboard.press('l')
  await page.keyboard.press('F5')
  await dock(page).getByText('0:23 of 0:30').waitFor()
  await page.keyboard.press('<')
  await dock(page)
    .getByRole('button', { name: /^0\.9×/ })
    .waitFor()
  expect(await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.playbackRate)).toBe(0.9)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('g')
  await heard(page).filter({ hasText: 'We met at the well.' }).waitFor()
  await page.keyboard.press('k')
  await dock(page).getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Play or pause the recording').waitFor()
  await page.keyboard.press('Escape')

  await dock(page).getByRole('button', { name: 'Recording options' }).click()
  const options = page.getByRole('dialog', { name: 'Recording options' })
  await options.getByRole('button', { name: /One press skips/ }).click()
  await page.getByRole('option', { name: '10 seconds' }).click()
  await options.getByRole('textbox', { name: 'The transcript begins at' }).fill('0:04')
  await page.keyboard.press('Enter')
  await options.waitFor({ state: 'hidden' })
  await saved(page)
  await transcript(page).getByRole('button', { name: 'Play from 0:05' }).click()
  await playedTo(page, 9.1)
  await dock(page).getByRole('button', { name: 'Pause' }).click()
  expect(await playsAt(page)).toBeLessThan(12)
  await dock(page).getByRole('button', { name: 'Forward 10 seconds' }).click()
  await playedTo(page, 19)
  expect((await linked(page))?.offset).toBe(4000)
  expect(at.errors).toEqual([])
})

test('after a new start the recording is asked for again, and a different file is said to be different', async () => {
  at = await sitDown()
  await openConversation(at.page)
  await link(at.page)
  await dock(at.page).getByText('0:00 of 0:30').waitFor()
  const { page } = at
  await page.reload()
  const again = dock(page).getByRole('button', { name: 'Choose well.wav again' })
  await again.waitFor()
  await choose(page, 'Choose well.wav again', [{ name: 'other.wav', bytes: toneWav(12) }])
  await dock(page).getByText('other.wav is not the file that was linked: that was well.wav.').waitFor()
  await dock(page).getByRole('button', { name: 'Leave it' }).click()
  await choose(page, 'Choose well.wav again', [recording])
  await dock(page).getByText('0:00 of 0:30').waitFor()
  expect((await linked(page))?.name).toBe('well.wav')

  await page.reload()
  await choose(page, 'Choose well.wav again', [{ name: 'other.wav', bytes: toneWav(12) }])
  await dock(page).getByRole('button', { name: 'Use it all the same' }).click()
  await dock(page).getByText('0:00 of 0:12').waitFor()
  await saved(page)
  expect(await linked(page)).toMatchObject({ name: 'other.wav', kind: 'audio', duration: 12_000 })
  expect(at.errors).toEqual([])
})

test('where the browser keeps what was chosen, the recording is open again after a new start', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await page.evaluate(
    async (bytes) => {
      const folder = await navigator.storage.getDirectory()
      const writing = await (await folder.getFileHandle('well.wav', { create: true })).createWritable()
      await writing.write(new Uint8Array(bytes))
      await writing.close()
    },
    Array.from(toneWav(4)),
  )
  await page.addInitScript(givePicker)
  const [address = ''] = page.url().split('?')
  await page.goto(address + new URL(page.url()).hash)
  await transcript(page).waitFor()
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Link a recording…' }).click()
  await dock(page).getByText('0:00 of 0:04').waitFor()
  await saved(page)
  await page.reload()
  await dock(page).getByText('0:00 of 0:04').waitFor()
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('well.wav'))
  await page.reload()
  await dock(page).getByRole('button', { name: 'Choose well.wav again' }).waitFor()
  expect(at.errors).toEqual([])
})

/** A picker of the test's own, which gives the file in the browser's private files; programs get no other. */
function givePicker(): void {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })
  Object.defineProperty(window, 'showOpenFilePicker', {
    value: async () => [await (await navigator.storage.getDirectory()).getFileHandle('well.wav')],
  })
}

test('a recording dropped on the transcript is linked; anything else is not', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await drop(page, 'notes.docx')
  await page.getByText('Only a recording can be dropped here.').waitFor()
  await drop(page, 'well.wav')
  await dock(page).getByText('0:00 of 0:04').waitFor()
  await saved(page)
  await dock(page).getByRole('button', { name: 'Recording options' }).click()
  await page.getByRole('button', { name: 'Unlink' }).click()
  await dock(page).waitFor({ state: 'hidden' })
  await saved(page)
  expect(await linked(page)).toBeUndefined()
  expect(at.errors).toEqual([])
})

/** Drops four seconds of tone on the words, under a name. */
async function drop(page: Page, name: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([bytes, called]) => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(bytes)], called))
      return files
    },
    [Array.from(toneWav(4)), name] as const,
  )
  await transcript(page).dispatchEvent('drop', { dataTransfer: dropped })
}

test('the transcript is moved so that a turn begins now', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await link(page)
  await transcript(page).getByText('We met at the well.').click()
  await position(page).fill('8')
  await dock(page).getByText('0:08 of 0:30').waitFor()
  await dock(page).getByRole('button', { name: 'Recording options' }).click()
  await page.getByRole('button', { name: 'So that the turn at the caret is now' }).click()
  await saved(page)
  await heard(page).filter({ hasText: 'We met at the well.' }).waitFor()
  expect((await linked(page))?.offset).toBe(3000)
  expect(at.errors).toEqual([])
})

test('scrolling by hand stops the page from following until one comes back', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Listening')
  const long = Array.from(
    { length: 60 },
    (_, i) => `[00:00:${String(i % 30).padStart(2, '0')}] Ana: ${'Words. '.repeat(30)}`,
  )
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: long.slice(0, 30).join('\n\n') }])
  await bringIn(page)
  await openSource(page, 'well')
  await link(page)
  await position(page).fill('25')
  await dock(page).getByRole('button', { name: 'Play', exact: true }).click()
  await heard(page).first().waitFor()
  await transcript(page).hover()
  await page.mouse.wheel(0, -20_000)
  const back = dock(page).getByRole('button', { name: 'Back to where it plays' })
  await back.waitFor()
  await heard(page).first().waitFor({ state: 'hidden' })
  await back.click()
  await heard(page).first().waitFor()
  await back.waitFor({ state: 'hidden' })
  expect(at.errors).toEqual([])
})

test('a recording brought in among transcripts is linked to the source with a like name', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Sources' }).click()
  await choose(page, 'Import files…', [recording])
  const sheet = await preview(page)
  await sheet.getByText('This is a recording: link it to the source that is its transcript.').waitFor()
  await sheet.getByRole('button', { name: 'Link', exact: true }).click()
  await sheet.getByText('It is linked to well.').waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await openSource(page, 'well')
  await dock(page).getByText('0:00 of 0:30').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await dock(page).waitFor({ state: 'hidden' })
  expect(at.errors).toEqual([])
})

test('a file the player cannot read says so and what to do; who withdrew is not heard without asking', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await link(page, { name: 'well.mp3', bytes: 'no sound at all' })
  await dock(page).getByText('well.mp3 cannot be played here.').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await dock(page).waitFor({ state: 'hidden' })
  await link(page)
  await dock(page).getByText('0:00 of 0:30').waitFor()
  await withdraw(page, 'Bo')
  await openSource(page, 'well')
  await dock(page).getByText('Bo withdrew from the inquiry, so well.wav stays closed.').waitFor()
  expect(await page.locator('audio').count()).toBe(0)
  await dock(page).getByRole('button', { name: 'Open it all the same' }).click()
  await dock(page).getByText('0:00 of 0:30').waitFor()
  expect(at.errors).toEqual([])
})

test('a video is shown small above its player, and grows and shrinks by keyboard', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await link(page, { name: 'well.webm', bytes: await shortVideo(page) })
  const video = dock(page).locator('video')
  await video.waitFor()
  await dock(page)
    .getByText(/^0:00 of 0:0\d$/)
    .waitFor()
  const edge = dock(page).getByRole('separator', { name: 'Height of the video' })
  await edge.press('ArrowUp')
  await expect.poll(async () => (await video.boundingBox())?.height).toBe(190)
  await edge.press('ArrowDown')
  await expect.poll(async () => (await video.boundingBox())?.height).toBe(170)
  expect((await linked(page))?.kind).toBe('video')
  expect(at.errors).toEqual([])
})

/** A video of forty frames, as a browser records it: without a word about its length. */
async function shortVideo(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' })
    const parts: Blob[] = []
    recorder.ondataavailable = (event) => parts.push(event.data)
    recorder.start()
    for (let frame = 0; frame < 40; frame++) {
      await new Promise(requestAnimationFrame)
      const drawing = canvas.getContext('2d')
      if (!drawing) throw new Error('There is nothing to draw on')
      drawing.fillStyle = `hsl(${frame * 9} 60% 50%)`
      drawing.fillRect(0, 0, canvas.width, canvas.height)
    }
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.stop()
    await ended
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  return Uint8Array.from(bytes)
}

async function openConversation(page: Page): Promise<void> {
  await newProject(page, 'Listening')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(page)
  await openSource(page, 'well')
}

async function link(
  page: Page,
  file: { name: string; bytes: Uint8Array | string } = recording,
): Promise<void> {
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Link a recording…' }).click(),
  ])
  await chooser.setFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) })
  await dock(page).waitFor()
  await saved(page)
}

async function withdraw(page: Page, who: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Sources' }).click()
  await page.getByRole('link', { name: /^Participants/ }).click()
  await page.getByRole('grid', { name: 'Participants' }).getByText(who, { exact: true }).click()
  await pick(
    page,
    page.getByRole('complementary', { name: who }),
    new RegExp(`What ${who} allows$`),
    'Withdrawn',
  )
  await saved(page)
}

function dock(page: Page): Locator {
  return page.getByRole('region', { name: 'Recording' })
}

function position(page: Page): Locator {
  return dock(page).getByRole('slider', { name: 'Position in the recording' })
}

/** The lines of the turn that is marked as heard. */
function heard(page: Page): Locator {
  return transcript(page).locator('.heard')
}

function playsAt(page: Page): Promise<number> {
  return page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)
}

async function playedTo(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction((to) => (document.querySelector('audio')?.currentTime ?? 0) >= to, seconds)
}

async function times(page: Page): Promise<(number | undefined)[]> {
  const [turns = []] = [...(await savedProject(page)).project.turns.values()]
  return turns.map((turn) => turn.time)
}

async function linked(page: Page) {
  const [source] = [...(await savedProject(page)).project.tables.source.values()]
  return source?.recording
}
