import { useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import { problemOf, startRound } from '../../../shared/commands/start-round.ts'
import type { RoundId } from '../../../shared/model/ids.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './agreement.module.css'
import { RoundCoders, RoundCodes } from './round-choices.tsx'
import { type RoundForm, startForm, toldOf } from './round-form.ts'
import { RoundSources } from './round-sources.tsx'

/** Asks whom to compare, on what, and how it is counted; begins the round with the codebook kept as it is. */
export function NewRoundDialog({
  onClose,
  onStarted,
}: {
  readonly onClose: () => void
  readonly onStarted: (round: RoundId) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [form, setForm] = useState(() => startForm(project))
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<RoundForm>) => setForm((now) => ({ ...now, ...changes }))
  const told = toldOf(project, form)
  const problem = form.sources === 'drawn' && form.seed === null ? 'Draw the sample first.' : problemOf(told)
  const start = async () => {
    setTried(true)
    if (problem) return
    const started = startRound(open.project, told, open.making)
    if (!started.ok || !(await commit(started.gesture)).ok) return
    onStarted(started.round.id)
  }
  return (
    <Dialog
      title="New round"
      width="wide"
      staysOpen
      isOpen
      onClose={onClose}
      actions={
        <>
          <span role="alert" className={styles.problem}>
            {tried ? problem : null}
          </span>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" onPress={() => void start()}>
            Start the round
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the round"
        value={form.name}
        onChange={(name) => change({ name })}
        autoFocus
      />
      <RoundCoders project={project} form={form} onChange={change} />
      <RoundSources project={project} form={form} onChange={change} />
      <RoundCodes project={project} form={form} onChange={change} />
      <Counting form={form} onChange={change} />
      <CodebookVersionChoice form={form} onChange={change} />
      <TextField
        label="Note"
        hint="What the round is for, and what coders were told."
        lines={2}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </Dialog>
  )
}

interface PartOfForm {
  readonly form: RoundForm
  readonly onChange: (changes: Partial<RoundForm>) => void
}

function Counting({ form, onChange }: PartOfForm) {
  return (
    <RadioGroup
      aria-label="Unit"
      value={form.unit}
      onChange={(key) => onChange({ unit: units.find((each) => each.key === key)?.key ?? form.unit })}
      className={styles.choices ?? ''}
    >
      <h3>What agreement is counted in</h3>
      {units.map(({ key, name, hint }) => (
        <Choice key={key} value={key} hint={hint}>
          {name}
        </Choice>
      ))}
      <Checkbox
        isSelected={form.leaveOutUncoded || form.unit === 'passages'}
        isDisabled={form.unit === 'passages'}
        onChange={(leaveOutUncoded) => onChange({ leaveOutUncoded })}
      >
        Leave out what nobody coded, instead of counting it as agreement that no code fits
      </Checkbox>
      <Checkbox
        isSelected={form.blankIsNothingFound}
        onChange={(blankIsNothingFound) => onChange({ blankIsNothingFound })}
      >
        A source in which a coder coded nothing was read, and nothing found; else it counts as not read
      </Checkbox>
    </RadioGroup>
  )
}

const units = [
  {
    key: 'turns',
    name: 'Turns',
    hint: 'Did both use the code anywhere in what one person says at a stretch? Paragraphs where there are no turns.',
  },
  {
    key: 'characters',
    name: 'Characters',
    hint: 'How much of the text has the code from both? Where passages begin and end counts.',
  },
  {
    key: 'passages',
    name: 'Coded passages',
    hint: 'Only what anybody coded; overlapping passages are one. What nobody coded is left out.',
  },
] as const satisfies readonly { key: RoundForm['unit']; name: string; hint: string }[]

function CodebookVersionChoice({ form, onChange }: PartOfForm) {
  const project = useProject()
  const versions = [...project.tables.codebookVersion.values()].sort((a, b) => b.at - a.at)
  const now: { readonly key: RoundForm['codebook']; readonly label: string } = {
    key: 'now',
    label: 'Keep the codebook as it is now',
  }
  return (
    <div className={styles.pairOfFields}>
      <Select
        label="Version of the codebook"
        value={form.codebook}
        options={[now, ...versions.map(({ id, name }) => ({ key: id, label: name }))]}
        onChange={(codebook) => onChange({ codebook })}
      />
      {form.codebook === 'now' ? (
        <TextField
          label="Name of the version"
          value={form.codebookName}
          onChange={(codebookName) => onChange({ codebookName })}
        />
      ) : null}
    </div>
  )
}
