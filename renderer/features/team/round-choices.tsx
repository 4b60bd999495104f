import { useMemo, useState } from 'react'
import { CheckboxGroup, Label, RadioGroup } from 'react-aria-components'
import { readInCommon, sourcesReadBy } from '../../../shared/analysis/agreement/read-in-common.ts'
import { childrenOf, codeTree, pathOf } from '../../../shared/analysis/code-tree.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useDrawn } from '../../parts/use-drawn.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './agreement.module.css'
import { codesOf, type RoundForm } from './round-form.ts'

/** A part of the form for a new round. */
export interface RoundPart {
  readonly project: Project
  readonly form: RoundForm
  readonly onChange: (changes: Partial<RoundForm>) => void
}

/** Whom to compare, each with how much they coded. */
export function RoundCoders({ project, form, onChange }: RoundPart) {
  const reading = useMemo(() => readInCommon(project), [project])
  const coders = [...project.tables.coder.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const common = sourcesReadBy(reading, [...form.coders], form.coders.size).length
  const of = project.tables.source.size
  return (
    <CheckboxGroup
      value={[...form.coders]}
      onChange={(ids) =>
        onChange({ coders: new Set(coders.map(({ id }) => id).filter((id) => ids.includes(id))) })
      }
      className={styles.choices ?? ''}
    >
      <Label className={styles.title ?? ''}>Coders</Label>
      {coders.map(({ id, name }) => (
        <Checkbox key={id} value={id}>
          {name}
          <small className={styles.beside}>
            coded {reading.byCoder.get(id)?.length ?? 0} of {counted(of, 'source')}
          </small>
        </Checkbox>
      ))}
      {form.coders.size > 1 ? (
        <p className={styles.hint}>
          {form.coders.size === 2 ? 'Both' : `All ${form.coders.size}`} coded {common} of{' '}
          {counted(of, 'source')}.
        </p>
      ) : null}
    </CheckboxGroup>
  )
}

/** Which codes are compared. */
export function RoundCodes({ project, form, onChange }: RoundPart) {
  const tree = useMemo(() => codeTree(project), [project])
  const branches = tree.inOrder.filter(({ id }) => childrenOf(tree, id).length > 0)
  const pathName = (id: CodeId) =>
    pathOf(tree, id)
      .map(({ name }) => name)
      .join(' › ')
  const meant = codesOf(project, form)?.length ?? tree.inOrder.length
  return (
    <RadioGroup
      aria-label="Codes"
      value={form.codes}
      onChange={(key) => {
        const codes = codeChoices.find((each) => each === key)
        if (codes) onChange({ codes })
      }}
      className={styles.choices ?? ''}
    >
      <h3>Codes</h3>
      <Choice value="all">All codes of the codebook’s version</Choice>
      {branches.length > 0 ? <Choice value="branch">One branch of the codebook</Choice> : null}
      {form.codes === 'branch' ? (
        <Select
          label="Branch"
          hideLabel
          placeholder="Choose a branch"
          value={form.branch}
          options={branches.map(({ id }) => ({ key: id, label: pathName(id) }))}
          onChange={(branch) => onChange({ branch })}
        />
      ) : null}
      <Choice value="chosen">Chosen codes</Choice>
      {form.codes === 'chosen' ? (
        <Ticks
          label="Chosen codes"
          noun="code"
          options={tree.inOrder.map(({ id }) => ({ id, name: pathName(id) }))}
          chosen={form.chosenCodes}
          onChange={(chosenCodes) => onChange({ chosenCodes })}
        />
      ) : null}
      <p className={styles.hint}>
        {counted(meant, 'code')} of {tree.inOrder.length}. A code means itself, not those below it.
      </p>
    </RadioGroup>
  )
}

const codeChoices = ['all', 'branch', 'chosen'] as const

/** A long list to tick in, with a field that narrows it. */
export function Ticks<I extends string>({
  label,
  noun,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly noun: string
  readonly options: readonly { readonly id: I; readonly name: string; readonly beside?: string }[]
  readonly chosen: ReadonlySet<I>
  readonly onChange: (chosen: ReadonlySet<I>) => void
}) {
  const [words, setWords] = useState('')
  const shown = options.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
  const drawn = useDrawn(words)
  const hidden = options.filter((each) => chosen.has(each.id) && !shown.includes(each))
  return (
    <div className={styles.ticks} onScrollCapture={drawn.onScroll}>
      {options.length > few ? (
        <TextField
          label={`Look for a ${noun}`}
          hideLabel
          placeholder="Look for a name"
          value={words}
          onChange={setWords}
        />
      ) : null}
      <CheckboxGroup
        aria-label={label}
        value={[...chosen]}
        onChange={(ids) =>
          onChange(new Set([...shown, ...hidden].map(({ id }) => id).filter((id) => ids.includes(id))))
        }
        className={styles.tickList ?? ''}
      >
        {shown.slice(0, drawn.count).map(({ id, name, beside }) => (
          <Checkbox key={id} value={id}>
            {name}
            {beside ? <small className={styles.beside}>{beside}</small> : null}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </div>
  )
}

/** Up to so many are seen at once. */
const few = 12
