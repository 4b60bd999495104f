import { useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import { starterCodebooks } from '../../../shared/codebooks/starter-codebooks.ts'
import { addStarterCodebook } from '../../../shared/commands/add-starter-codebook.ts'
import { newProject } from '../../../shared/commands/new-project.ts'
import type { Approach } from '../../../shared/model/entities.ts'
import { readId } from '../../../shared/model/ids.ts'
import { emptyProject } from '../../../shared/model/project.ts'
import { approaches } from '../../parts/approaches.ts'
import { hrefTo } from '../../parts/places.ts'
import { surroundings } from '../../platform/making.ts'
import { makeProject } from '../../project/open-projects.ts'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './start-screen.module.css'

/** Asks what a new project needs: a name, who codes, how it analyses, and codes to start from. */
export function NewProjectDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const [coder, setCoder] = useState('')
  const [approach, setApproach] = useState<Approach>('codebook')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wanting, setWanting] = useState(false)
  const make = async () => {
    if (name.trim() === '' || coder.trim() === '') {
      setWanting(true)
      return
    }
    onClose()
    try {
      location.hash = hrefTo(await madeFrom(name.trim(), coder.trim(), approach, chosen), { kind: 'sources' })
    } catch {
      say({
        kind: 'trouble',
        text: 'The project could not be made: this machine refuses to store it. Free some space and try again.',
      })
    }
  }
  return (
    <Dialog
      title="New project"
      width="wide"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void make()}>
          Create project
        </CancelOr>
      }
    >
      <div className={styles.two}>
        <TextField
          label="Name of the inquiry"
          autoFocus
          value={name}
          onChange={setName}
          problem={wanting && name.trim() === '' ? 'Give the inquiry a name.' : undefined}
        />
        <TextField
          label="Your name"
          hint="Your codings carry it."
          value={coder}
          onChange={setCoder}
          problem={wanting && coder.trim() === '' ? 'Say who codes.' : undefined}
        />
      </div>
      <RadioGroup
        aria-label="How will you analyse?"
        value={approach}
        onChange={(key) => setApproach(approaches.find((each) => each.key === key)?.key ?? approach)}
        className={styles.group ?? ''}
      >
        <h3>How will you analyse?</h3>
        {approaches.map((each) => (
          <Choice key={each.key} value={each.key} hint={each.hint}>
            <b>{each.name}</b>
          </Choice>
        ))}
      </RadioGroup>
      <fieldset className={styles.group}>
        <legend>
          {approach === 'reflexive' ? 'Sensitising concepts to start from' : 'Codebooks to start from'} (or
          none)
        </legend>
        {starterCodebooks.map((book) => (
          <Checkbox
            key={book.key}
            isSelected={chosen.includes(book.key)}
            onChange={(on) =>
              setChosen(on ? [...chosen, book.key] : chosen.filter((key) => key !== book.key))
            }
          >
            <b>{book.name}</b>{' '}
            <small className={styles.quiet}>
              {book.codes.filter((code) => code.tier === 'open').length} codes
            </small>
            <small className={styles.hint}>{book.description}</small>
          </Checkbox>
        ))}
      </fieldset>
    </Dialog>
  )
}

async function madeFrom(name: string, coder: string, approach: Approach, books: readonly string[]) {
  const making = { newId: surroundings.newId, at: surroundings.now(), by: surroundings.newId<'coder'>() }
  const started = newProject({ name, approach, coder: { name: coder, initials: initialsOf(coder) } }, making)
  const codes = starterCodebooks
    .filter((book) => books.includes(book.key))
    .flatMap((book) => addStarterCodebook(emptyProject, book, making).edits)
  const seen = new Set<string>()
  const edits = [...started.edits, ...codes].filter((edit) => !seen.has(edit.id) && seen.add(edit.id))
  const id = readId<'project'>(edits.find((edit) => edit.kind === 'inquiry')?.id ?? '')
  if (!id) throw new Error('A new project has no inquiry')
  await makeProject(id, { label: started.label, edits }, making.by, surroundings)
  return id
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => [...word][0] ?? '')
  return (letters.length > 1 ? letters.join('') : [...name].slice(0, 2).join('')).toUpperCase().slice(0, 3)
}
