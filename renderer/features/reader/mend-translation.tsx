import { useRef, useState } from 'react'
import { changeTranslationText, rewordedTranslation } from '../../../shared/commands/change-translation.ts'
import { moveTranslatedWords, shiftTranslation } from '../../../shared/commands/move-translated-words.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { Translation } from '../../../shared/model/source-entities.ts'
import { stretchesIn, translationLabel, unitAt, unitsOf } from '../../../shared/model/translations.ts'
import { languageTag } from '../../../shared/text/language-tag.ts'
import type { Span } from '../../../shared/text/positions.ts'
import { sha256 } from '../../platform/making.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './mend-translation.module.css'
import { useChosenTranslation, useTextOf } from './use-shown-translation.ts'

/** Mends what stands beside one turn: its words, and which turn they belong to. `at` is in that turn. */
export function MendTranslation({
  source,
  text,
  at,
  onClose,
}: {
  readonly source: Source
  readonly text: string
  readonly at: number
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  useSelected(({ project }) => project.turns.get(source.id))
  const translation = useChosenTranslation(source)
  const translated = useTextOf(translation?.content)
  const units = unitsOf(open.project, source.id, text)
  const unit = units[unitAt(units, at)]
  if (!translation || translated === undefined || !unit) return null
  // What was mended is another text: the words to write in begin anew with it.
  const key = `${translation.content} ${translation.stretches.join(' ')} ${unit.start}`
  return (
    <Mending
      key={key}
      translation={translation}
      translated={translated}
      source={source}
      text={text}
      units={units}
      unit={unit}
      onClose={onClose}
    />
  )
}

function Mending({
  translation,
  translated,
  source,
  text,
  units,
  unit,
  onClose,
}: {
  readonly translation: Translation
  readonly translated: string
  readonly source: Source
  readonly text: string
  readonly units: readonly Span[]
  readonly unit: Span
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const index = unitAt(units, unit.start)
  const stretch = stretchesIn(translation).find((each) => unitAt(units, each.at) === index)
  const before = stretch ? translated.slice(stretch.start, stretch.end) : ''
  const [words, setWords] = useState(before)
  const field = useRef<HTMLDivElement>(null)
  const place = stretch?.at ?? unit.start
  const isChanged = words.trim() !== before.trim()
  const save = async () => {
    const made = rewordedTranslation(translation, translated, place, words)
    if (!made) return onClose()
    const content = await sha256(new TextEncoder().encode(made.text))
    try {
      await open.keep([{ hash: content, text: made.text }], [])
    } catch {
      return say({ kind: 'trouble', text: 'The translation could not be written: there is no space left.' })
    }
    const kept = await commit(changeTranslationText(open.project, translation.id, content, made.stretches))
    if (kept.ok) onClose()
  }
  const move = (to: 'before' | 'after') => {
    if (!stretch) return
    const caret = field.current?.querySelector('textarea')?.selectionStart ?? 0
    const cut = stretch.start + caret
    const gesture = moveTranslatedWords(
      open.project,
      translation.id,
      { units, text: translated },
      { at: place, cut, to },
    )
    if (gesture) void commit(gesture)
    else
      say({ kind: 'done', text: 'There are no words on that side of the caret, or no turn to move them to.' })
  }
  const shift = (by: 1 | -1) => {
    const gesture = shiftTranslation(open.project, translation.id, units, { from: place, by })
    if (gesture) void commit(gesture)
  }
  const canMove = stretch !== undefined && !isChanged
  return (
    <Dialog
      title="Correct this translation"
      isOpen
      onClose={onClose}
      width="wide"
      staysOpen={isChanged}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {isChanged ? 'Cancel' : 'Close'}
          </Button>
          <Button look="do" isDisabled={!isChanged} onPress={() => void save()}>
            Keep these words
          </Button>
        </>
      }
    >
      <p className={styles.said} dir="auto">
        {text.slice(unit.start, unit.end).trim()}
      </p>
      <div ref={field} lang={languageTag(translation.language)}>
        <TextField
          label={translationLabel(translation)}
          lines={Math.min(8, Math.max(3, Math.ceil(before.length / 90)))}
          value={words}
          onChange={setWords}
          autoFocus
        />
      </div>
      <p className={styles.hint}>
        {isChanged
          ? 'Keep or cancel these words before you move any.'
          : 'Put the caret where the turn before ends or the next one begins, then move what lies on that side.'}
      </p>
      <div className={styles.moves}>
        <Button isDisabled={!canMove || index === 0} onPress={() => move('before')}>
          Move words before the caret to the turn before
        </Button>
        <Button isDisabled={!canMove || index === units.length - 1} onPress={() => move('after')}>
          Move words after the caret to the next turn
        </Button>
        <Button isDisabled={!canMove || index === 0} onPress={() => shift(-1)}>
          Move this and all after it one turn back
        </Button>
        <Button isDisabled={!canMove || index === units.length - 1} onPress={() => shift(1)}>
          Move this and all after it one turn on
        </Button>
      </div>
      <p className={styles.hint}>
        Turn {index + 1} of {units.length} in {source.name}
      </p>
    </Dialog>
  )
}
