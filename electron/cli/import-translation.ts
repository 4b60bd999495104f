import { basename } from 'node:path'
import { erasedBefore, refusedByErasure } from '../../shared/change/erase/refused-by-erasure.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import type { TranslationDocument } from '../../shared/cli.ts'
import { addTranslation } from '../../shared/commands/add-translation.ts'
import { pairTranslation } from '../../shared/commands/pair-translation.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Source } from '../../shared/model/entities.ts'
import { translationLabel } from '../../shared/model/translations.ts'
import { type CommandResult, unusable } from './command.ts'
import { nodeMaking, sha256, textHash } from './node-making.ts'
import { openProject, readBytes } from './open-project.ts'
import type { Arguments } from './parse-arguments.ts'
import { readPdf } from './pdf-reader.ts'
import { writeProject } from './write-output.ts'

/** A file that is the translation of a source which is there. */
export interface TranslationWish {
  readonly file: string
  readonly out: string
  readonly of: string
  readonly language: string
  readonly translator: string
}

/** What was asked for; a sentence where something is missing, null where no translation is meant. */
export function translationWish(given: Arguments): TranslationWish | string | null {
  const [of, language, translator] = [
    given.text('translation-of'),
    given.text('language'),
    given.text('translator'),
  ]
  if (of === undefined)
    return language === undefined && translator === undefined
      ? null
      : '--language and --translator go with --translation-of.'
  const [file, ...more] = given.words
  const out = given.text('out')
  if (file === undefined || more.length > 0) return 'Name one file: the translation of one source.'
  if (out === undefined) return 'Say which project it is added to: --out P.qdpx'
  if (!given.flag('add')) return '--translation-of goes with --add.'
  if (!language?.trim() || !translator?.trim())
    return 'A translation needs its --language and its --translator, who can be a program.'
  return { file, out, of, language, translator }
}

/** Adds a translation to a source of a project and writes the project again. */
export async function importTranslation(wish: TranslationWish): Promise<CommandResult> {
  const reading = await openProject(wish.out)
  if (!reading.ok) return unusable(reading.problem)
  const { archive } = reading
  const sources = [...archive.project.tables.source.values()].filter((each) => each.name === wish.of)
  const [source] = sources
  if (!source) return unusable(`There is no source “${wish.of}” in “${basename(wish.out)}”.`)
  if (sources.length > 1)
    return unusable(
      `${sources.length} sources are called “${wish.of}”: rename them first, so that one is meant.`,
    )
  const read = await readBytes(wish.file)
  if (!read.ok) return unusable(read.problem)
  const name = basename(wish.file)
  const outcome = await readSource({ name, bytes: read.bytes }, { pdf: readPdf })
  if (!outcome.ok) return unusable(`“${name}”: ${outcome.problem}`)
  const text = archive.contents.get(source.content)?.text ?? ''
  const paired = pairTranslation(archive.project, source, text, outcome.draft)
  if (!paired) return unusable(`“${name}” holds no words that could be paired with “${source.name}”.`)
  if (refusedByErasure(archive.project)({ text: paired.text, file: sha256(read.bytes) }))
    return unusable(erasedBefore(name))
  const added = withTranslation(archive, source, wish, { ...paired, name, bytes: read.bytes })
  const written = await writeProject(wish.out, added)
  if (!written.ok) return unusable(written.problem)
  const { language, translator } = wish
  const document: TranslationDocument = { source: source.name, language, translator, pairs: paired.numbers }
  return { exit: 0, json: document, text: `${source.name}: ${translationLabel(wish)}; ${paired.numbers}.` }
}

function withTranslation(
  archive: Archive,
  source: Source,
  { language, translator }: TranslationWish,
  {
    text,
    stretches,
    name,
    bytes,
  }: Pick<Parameters<typeof addTranslation>[1], 'stretches'> & {
    readonly text: string
    readonly name: string
    readonly bytes: Uint8Array
  },
): Archive {
  const making = nodeMaking([...archive.project.tables.coder.values()][0]?.id)
  const content = textHash(text)
  const original = { hash: sha256(bytes), name, bytes: bytes.length }
  const wanted = { source: source.id, language, translator, content, stretches, original }
  const gesture = addTranslation(archive.project, wanted, making)
  if (!gesture) return archive
  return {
    ...recordGesture(gesture, archive, making, { kind: 'import' }),
    contents: new Map([...archive.contents, [content, { hash: content, text }]]),
    originals: new Map([...archive.originals, [original.hash, { hash: original.hash, name, bytes }]]),
  }
}
