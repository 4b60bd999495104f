import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { Coding, CodingOrigin, Stance } from '../../../shared/model/entities.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './reader.module.css'
import type { CodingActs } from './use-coding-acts.ts'

/** Everything that can be said about one coding, and done with it; each also has a key in the transcript. */
export function CodingTools({
  coding,
  whose,
  acts,
  onRecode,
}: {
  readonly coding: Coding
  /** The coder's name where the coding is somebody else's own. */
  readonly whose: string | null
  readonly acts: CodingActs
  readonly onRecode: (coding: Coding) => void
}) {
  const [writing, setWriting] = useState<Coding['id'] | null>(null)
  return (
    <section className={styles.tools} aria-label="This coding">
      {whose ? <p className={styles.whose}>{whose}’s own coding</p> : null}
      <div className={styles.pair}>
        <Select
          label="Stance"
          hideLabel
          options={stances}
          value={coding.stance ?? 'none'}
          onChange={(key) => acts.remark(coding, { stance: key === 'none' ? undefined : key })}
        />
        <Select
          label="Origin"
          hideLabel
          options={origins}
          value={coding.origin ?? 'none'}
          onChange={(key) => acts.remark(coding, { origin: key === 'none' ? undefined : key })}
        />
      </div>
      <div className={styles.buttons}>
        <ToggleButton
          className={styles.toggle ?? ''}
          isSelected={coding.star ?? false}
          onChange={(star) => acts.remark(coding, { star })}
        >
          ★ Key quote
        </ToggleButton>
        <ToggleButton
          className={styles.toggle ?? ''}
          isSelected={coding.flag ?? false}
          onChange={(flag) => acts.remark(coding, { flag })}
        >
          ⚑ For the lead
        </ToggleButton>
      </div>
      <div className={styles.buttons}>
        <Mover name="Begins" edge="start" coding={coding} acts={acts} />
        <Mover name="Ends" edge="end" coding={coding} acts={acts} />
      </div>
      {writing === coding.id ? (
        <Note key={coding.id} coding={coding} acts={acts} onDone={() => setWriting(null)} />
      ) : null}
      <div className={styles.quiet}>
        <Button look="quiet" onPress={() => setWriting(writing === coding.id ? null : coding.id)}>
          {coding.note ? 'Change note' : 'Note'}
        </Button>
        <Button look="quiet" onPress={() => onRecode(coding)}>
          Recode…
        </Button>
        <Button look="quiet" onPress={() => acts.remove(coding)}>
          Remove
        </Button>
      </div>
    </section>
  )
}

function Mover({
  name,
  edge,
  coding,
  acts,
}: {
  readonly name: string
  readonly edge: 'start' | 'end'
  readonly coding: Coding
  readonly acts: CodingActs
}) {
  return (
    <span className={styles.mover}>
      {name}
      <IconButton
        name={`${name} a word earlier`}
        onPress={() => acts.move(coding, { edge, towards: 'start' })}
      >
        ‹
      </IconButton>
      <IconButton name={`${name} a word later`} onPress={() => acts.move(coding, { edge, towards: 'end' })}>
        ›
      </IconButton>
    </span>
  )
}

function Note({
  coding,
  acts,
  onDone,
}: {
  readonly coding: Coding
  readonly acts: CodingActs
  readonly onDone: () => void
}) {
  const [note, setNote] = useState(coding.note ?? '')
  const keep = () => {
    acts.remark(coding, { note })
    onDone()
  }
  return (
    <div className={styles.note}>
      <TextField label="Note on this coding" lines={3} value={note} onChange={setNote} autoFocus />
      <Button onPress={keep}>Keep note</Button>
    </div>
  )
}

const stances: readonly { readonly key: Stance | 'none'; readonly label: string; readonly hint?: string }[] =
  [
    { key: 'none', label: 'No stance' },
    { key: 'affirms', label: 'Affirms', hint: 'Says so of themselves (A)' },
    { key: 'denies', label: 'Denies', hint: 'Says it is not so (D)' },
    { key: 'overcome', label: 'Overcome', hint: 'It was there and was got past (O)' },
    { key: 'mixed', label: 'Mixed', hint: 'Both yes and no (M)' },
    { key: 'reports', label: 'Reports others', hint: 'Tells it of somebody else (E)' },
  ]

const origins: readonly {
  readonly key: CodingOrigin | 'none'
  readonly label: string
  readonly hint?: string
}[] = [
  { key: 'none', label: 'No origin' },
  { key: 'prompted', label: 'Prompted', hint: 'The question named it (P)' },
  { key: 'echoed', label: 'Echoed', hint: 'Taken up from the question (H)' },
  { key: 'volunteered', label: 'Volunteered', hint: 'Raised unasked (V)' },
]
