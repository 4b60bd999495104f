import { useEffect, useState } from 'react'
import type { OpenedFile } from '../../shared/bridge.ts'
import { erasedBefore, refusedByErasure } from '../../shared/change/erase/refused-by-erasure.ts'
import { addTranslation } from '../../shared/commands/add-translation.ts'
import { type PairedTranslation, pairTranslation } from '../../shared/commands/pair-translation.ts'
import { importEndings } from '../../shared/importers/import-formats.ts'
import type { Source } from '../../shared/model/entities.ts'
import { languageIn } from '../../shared/text/language-tag.ts'
import { desktop } from '../platform/desktop.ts'
import { sha256 } from '../platform/making.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject, useText } from '../project/project-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { say } from '../ui/messages.tsx'
import { readFileOnce } from '../workers/read-file-once.ts'
import styles from './add-translation.module.css'
import { TranslationPairs } from './translation-pairs.tsx'
import { undoLast } from './undo.ts'

/** Adds a translation to a source: a file is chosen, its turns are shown beside the source's, and its language and
    translator are named. Nothing is kept before the last press. */
export function AddTranslation({
  source,
  onAdded,
  onClose,
}: {
  readonly source: Source
  readonly onAdded?: (id: string) => void
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const text = useText(source.content)
  const [file, setFile] = useState<OpenedFile | null>(null)
  const [language, setLanguage] = useState('')
  const [translator, setTranslator] = useState('')
  const [isAdding, setAdding] = useState(false)
  const read = usePaired(open, source, text, file)
  const choose = async () => {
    const title = `Choose a translation of ${source.name}`
    const [chosen] = await desktop().openFiles({ title, endings: importEndings, several: false })
    if (!chosen) return
    setFile(chosen)
    setLanguage((now) => now || (languageIn(chosen.name.replace(/\.[^.]*$/, '')) ?? ''))
  }
  const isReady = read.kind === 'paired' && language.trim() !== '' && translator.trim() !== ''
  const add = async () => {
    if (!file || read.kind !== 'paired') return
    setAdding(true)
    const added = await keepTranslation(open, source, file, read.paired, { language, translator })
    setAdding(false)
    if (!added.ok) return say({ kind: 'trouble', text: added.problem })
    onClose()
    onAdded?.(added.id)
    say({
      kind: 'done',
      text: `Translation added: ${read.paired.numbers}`,
      action: { label: 'Undo', run: () => void undoLast(open) },
    })
  }
  return (
    <Dialog
      title={`Add a translation to ${source.name}`}
      isOpen
      onClose={onClose}
      width={file ? 'full' : 'wide'}
      staysOpen={file !== null}
      actions={
        <>
          <p role="status" className={styles.numbers}>
            {read.kind === 'paired'
              ? `${file?.name}: ${read.paired.numbers}`
              : read.kind === 'reading'
                ? 'Reading the file'
                : ''}
          </p>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={!isReady || isAdding} onPress={() => void add()}>
            Add translation
          </Button>
        </>
      }
    >
      <p className={styles.about}>
        A translation is read beside the text. It is not counted, searched or coded, and reports show it only
        with its translator’s name.
      </p>
      <div className={styles.head}>
        <Button look={file ? 'plain' : 'do'} onPress={() => void choose()}>
          {file ? 'Choose another file…' : 'Choose a file…'}
        </Button>
        <TextField label="Language" placeholder="English" value={language} onChange={setLanguage} />
        <TextField
          label="Translator"
          placeholder="Who translated it, or which program"
          value={translator}
          onChange={setTranslator}
        />
      </div>
      {read.kind === 'problem' ? <p className={styles.problem}>{read.problem}</p> : null}
      {read.kind === 'paired' ? <TranslationPairs rows={read.paired.rows} language={language} /> : null}
    </Dialog>
  )
}

type Read =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'paired'; readonly paired: PairedTranslation }

/** Reads a file in the import worker and pairs it with the source; a file that cannot be read is a problem. */
function usePaired(open: OpenProject, source: Source, text: string | null, file: OpenedFile | null): Read {
  const [read, setRead] = useState<Read>({ kind: 'none' })
  useEffect(() => {
    if (!file || text === null) return
    if (file.problem !== undefined) return setRead({ kind: 'problem', problem: file.problem })
    let wanted = true
    setRead({ kind: 'reading' })
    const reading = readFileOnce(file)
    void reading.answer.then((outcome) => {
      if (!wanted) return
      if (!outcome.ok) return setRead({ kind: 'problem', problem: `${file.name}: ${outcome.problem}` })
      const paired = pairTranslation(open.project, source, text, outcome.draft)
      setRead(
        paired
          ? { kind: 'paired', paired }
          : {
              kind: 'problem',
              problem: `${file.name} holds no words that could be paired with ${source.name}.`,
            },
      )
    })
    return () => {
      wanted = false
      reading.end()
    }
  }, [open, source, text, file])
  return read
}

type Added = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: string }

/** The text and its file are written first, then the one change that names them. */
async function keepTranslation(
  open: OpenProject,
  source: Source,
  { name, bytes: read }: OpenedFile,
  { text, stretches }: PairedTranslation,
  by: { readonly language: string; readonly translator: string },
): Promise<Added> {
  const bytes = new Uint8Array(read)
  const content = await sha256(new TextEncoder().encode(text))
  const original = { hash: await sha256(bytes), name, bytes: bytes.length }
  if (refusedByErasure(open.project)({ text, file: original.hash }))
    return { ok: false, problem: erasedBefore(name) }
  const gesture = addTranslation(
    open.project,
    { source: source.id, ...by, content, stretches, original },
    open.making,
  )
  const id = gesture?.edits[0]?.id
  if (!gesture || id === undefined)
    return { ok: false, problem: 'Name the language and the translator first.' }
  try {
    await open.keep([{ hash: content, text }], [{ hash: original.hash, name, bytes }])
  } catch {
    return {
      ok: false,
      problem: 'The translation could not be written: the disk or the space this browser gives Loam is full.',
    }
  }
  const committed = await open.commit(gesture, { kind: 'import' })
  return committed.ok ? { ok: true, id } : committed
}
