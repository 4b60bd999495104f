import { useState } from 'react'
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components'
import { choiceFor } from '../../../shared/commands/choose-quote.ts'
import type { QuoteChoice } from '../../../shared/model/report-entities.ts'
import { quoteText } from '../../../shared/report/quote-text.ts'
import type { QuoteBlock } from '../../../shared/report/report-document.ts'
import { Button } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { isCut, withCut, withoutCut, wordsIn } from './cut-words.ts'
import styles from './dialogs.module.css'
import { candidatesUnder } from './section-evidence.ts'
import { useQuoteChoices } from './use-quote-choices.ts'
import type { ReportReading } from './use-report-reading.ts'

type Words = Required<Pick<QuoteChoice, 'cuts' | 'clarifications'>>

/** Cuts words out of a quote, shown as […], and says in [ ] what a word refers to. Nothing else can be changed:
    every other word stays as it was said. */
export function EditQuoteDialog({
  reading,
  block,
  onClose,
}: {
  readonly reading: ReportReading
  readonly block: QuoteBlock
  readonly onClose: () => void
}) {
  const choices = useQuoteChoices()
  const ref = { report: reading.report.id, code: block.code, source: block.source, coding: block.coding }
  const chosen = choiceFor(reading.project, ref)
  const [words, setWords] = useState<Words>({
    cuts: chosen?.cuts ?? [],
    clarifications: chosen?.clarifications ?? [],
  })
  const candidate = candidatesUnder(reading, block.code).find(
    ({ coding, participant }) => coding.id === block.coding && participant.pseudonym === block.participant,
  )
  const content = candidate ? (reading.texts(candidate.coding.content) ?? '') : ''
  const preview = candidate ? quoteText(content, candidate.spans, words.cuts, words.clarifications) : null
  const keep = () => {
    choices.edit(ref, words)
    onClose()
  }
  return (
    <Dialog
      title="Cut or clarify this quote"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={keep} isDisabled={preview === null}>
          Keep this wording
        </CancelOr>
      }
    >
      {candidate ? (
        <WordChooser content={content} spans={candidate.spans} words={words} onChange={setWords} />
      ) : null}
      <div className={styles.preview} aria-live="polite">
        <h3>As it will be printed</h3>
        <blockquote>{preview?.text ?? 'Nothing is left of it: put some words back.'}</blockquote>
      </div>
    </Dialog>
  )
}

function WordChooser({
  content,
  spans,
  words,
  onChange,
}: {
  readonly content: string
  readonly spans: Parameters<typeof wordsIn>[1]
  readonly words: Words
  readonly onChange: (words: Words) => void
}) {
  const all = wordsIn(content, spans)
  // Kept as it was given: it remembers where a stretch began, which Shift goes on from.
  const [selection, setSelection] = useState<Selection>(new Set())
  const selected = new Set(selection === 'all' ? all.keys() : [...selection].map(Number))
  const [clarification, setClarification] = useState('')
  const last = all[Math.max(-1, ...selected)]
  const cut = (cuts: Words['cuts']) => {
    onChange({ ...words, cuts })
    setSelection(new Set())
  }
  const clarify = () => {
    if (!last || clarification.trim() === '') return
    const others = words.clarifications.filter((each) => each.at !== last.end)
    onChange({ ...words, clarifications: [...others, { at: last.end, text: clarification.trim() }] })
    setClarification('')
  }
  return (
    <>
      <p className={styles.hint}>
        Choose words by clicking, or with the arrow keys and Space; Shift takes all between.
      </p>
      <ListBox
        aria-label="Words of the quote"
        layout="grid"
        orientation="horizontal"
        selectionMode="multiple"
        selectedKeys={selection}
        onSelectionChange={setSelection}
        className={styles.words ?? ''}
      >
        {all.map((word, i) => (
          <ListBoxItem
            key={word.start}
            id={i}
            textValue={word.text}
            className={isCut(words.cuts, word) ? (styles.cut ?? '') : (styles.word ?? '')}
          >
            {word.text}
          </ListBoxItem>
        ))}
      </ListBox>
      <div className={styles.row}>
        <Button isDisabled={selected.size === 0} onPress={() => cut(withCut(words.cuts, all, selected))}>
          Cut chosen words
        </Button>
        <Button
          isDisabled={![...selected].some((i) => isCut(words.cuts, all[i] ?? { start: 0, end: 0 }))}
          onPress={() => cut(withoutCut(words.cuts, all, selected))}
        >
          Put back
        </Button>
      </div>
      <div className={styles.row}>
        <TextField
          label={last ? `What “${last.text}” means` : 'What a word means: choose the word first'}
          value={clarification}
          onChange={setClarification}
          isDisabled={!last}
          placeholder="the foundation’s report"
        />
        <Button isDisabled={!last || clarification.trim() === ''} onPress={clarify}>
          Put in [ ]
        </Button>
      </div>
      {words.clarifications.map((each) => (
        <p key={each.at} className={styles.row}>
          [{each.text}]
          <Button
            look="quiet"
            aria-label={`Take out “${each.text}”`}
            onPress={() =>
              onChange({ ...words, clarifications: words.clarifications.filter((other) => other !== each) })
            }
          >
            Take out
          </Button>
        </p>
      ))}
    </>
  )
}
