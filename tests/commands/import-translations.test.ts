import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { importSources } from '../../shared/commands/import-sources.ts'
import { translatedTexts } from '../../shared/commands/import-translations.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { pairTranslation } from '../../shared/commands/pair-translation.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import type { DraftDecisions } from '../../shared/importers/source-draft.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { readContentHash } from '../../shared/model/ids.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { stretchesIn } from '../../shared/model/translations.ts'
import { draftOf } from '../importers/read-file.ts'
import { countedId } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

const bilingual = `start,stop,speaker,text,English Translation
0,2100,Ana,¿Qué los frena?,What stops you?
2100,9000,Bo,El primer año nadie lo paga.,Nobody pays for the first year.
9000,12000,Ana,¿Y luego?,
12000,14000,Bo,Esperamos.,We wait.
`

const nothing: DraftDecisions = { notSpeakers: [], merges: {}, roles: {}, takeSuggested: false }

/** The project that the table becomes, as somebody decided. */
async function imported(decisions: Partial<DraftDecisions> = {}): Promise<Archive> {
  const read = await draftOf('talk.csv', bilingual)
  const draft = adjustDraft(read, { ...nothing, ...decisions })
  const hashOf = (text: string) => {
    const hash = readContentHash(createHash('sha256').update(text).digest('hex'))
    if (!hash) throw new Error('No hash')
    return hash
  }
  const bytes = new TextEncoder().encode(bilingual)
  const original = { hash: hashOf(bilingual), name: 'talk.csv', bytes }
  const making = { ...makingBy(countedId<'coder'>(900)), copy: countedId<'copy'>(901) }
  const about = { name: 'Dos lenguas', approach: 'codebook', coder: { name: 'Ada', initials: 'AL' } } as const
  const begun = recordGesture(newProject(about, making), { project: emptyProject, changes: [] }, making)
  const translated = translatedTexts(draft).map(({ text }) => hashOf(text))
  const kept = { draft, content: hashOf(draft.text), original, kind: 'interview' as const, translated }
  const { gesture, contents, originals } = importSources(begun.project, [kept], making)
  return {
    ...recordGesture(gesture, begun, making, { kind: 'import' }),
    contents: new Map(contents.map((content) => [content.hash, content])),
    originals: new Map(originals.map((file) => [file.hash, file])),
  }
}

const textsOf =
  ({ contents }: Archive) =>
  (hash: string) =>
    [...contents.values()].find((content) => content.hash === hash)?.text

test('a bilingual file becomes one source with its translation beside it, and is counted once', async () => {
  const archive = await imported()
  const [source] = [...archive.project.tables.source.values()]
  const [translation] = [...archive.project.tables.translation.values()]
  expect(source?.words).toBe(12)
  expect(translation).toMatchObject({ language: 'English', translator: '', source: source?.id })
  const text = textsOf(archive)(translation?.content ?? '') ?? ''
  const said = textsOf(archive)(source?.content ?? '') ?? ''
  const pairs = translation ? stretchesIn(translation) : []
  expect(pairs.map(({ at, start, end }) => [said.slice(at).split('\n')[0], text.slice(start, end)])).toEqual([
    ['¿Qué los frena?', 'What stops you?'],
    ['El primer año nadie lo paga.', 'Nobody pays for the first year.'],
    ['Esperamos.', 'We wait.'],
  ])
  expect(brokenRules(archive.project, textsOf(archive))).toEqual([])
})

test('in the preview a translation is named, or left out', async () => {
  const named = await imported({
    translations: { English: { language: 'British English', translator: 'R. Okafor' } },
  })
  expect([...named.project.tables.translation.values()]).toMatchObject([
    { language: 'British English', translator: 'R. Okafor' },
  ])
  const without = await imported({ translations: { English: null } })
  expect(without.project.tables.translation.size).toBe(0)
  expect(without.contents.size).toBe(1)
})

test('a project file gives translations back with their texts; for other tools no translated word is written', async () => {
  const archive = await imported()
  const reading = readProjectFile(writeProjectFile(archive, { at: 1 }))
  if (!reading.ok) throw new Error(reading.problem)
  expect(reading.notes).toEqual([])
  expect(reading.archive.project.tables.translation).toEqual(archive.project.tables.translation)
  expect(reading.archive.contents).toEqual(archive.contents)
  expect(reading.archive.originals.size).toBe(1)
  const standard = readProjectFile(writeProjectFile(archive, { at: 1, standardOnly: true }))
  if (!standard.ok) throw new Error(standard.problem)
  expect([...standard.archive.contents.values()].map(({ text }) => text).join('')).not.toContain(
    'Nobody pays',
  )
})

test('a second file is paired with a source by its turns, whoever is named in it', async () => {
  const archive = await imported({ translations: { English: null } })
  const [source] = [...archive.project.tables.source.values()]
  if (!source) throw new Error('No source')
  const text = textsOf(archive)(source.content) ?? ''
  const german = await draftOf(
    'talk-de.txt',
    'A: Was hält euch auf?\n\nB: Das erste Jahr zahlt niemand.\n\nA: Und dann?\n\nB: Wir warten.\n',
  )
  const paired = pairTranslation(archive.project, source, text, german)
  expect(paired?.numbers).toBe('4 of 4 turns paired')
  expect(paired?.rows.map(({ who, said, translated }) => [who, said, translated])[1]).toEqual([
    'Bo',
    'El primer año nadie lo paga.',
    'Das erste Jahr zahlt niemand.',
  ])
  const plain = await draftOf(
    'plain.txt',
    'Was hält euch auf?\n\nDas erste Jahr zahlt niemand.\n\nUnd dann?\n\nWir warten.\n',
  )
  expect(
    pairTranslation(archive.project, source, text, plain)?.rows.map(({ translated }) => translated),
  ).toEqual(['Was hält euch auf?', 'Das erste Jahr zahlt niemand.', 'Und dann?', 'Wir warten.'])
})
