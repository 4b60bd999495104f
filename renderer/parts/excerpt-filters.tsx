import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { AttributeId } from '../../shared/model/ids.ts'
import { inOrder, type Project, sourcesInOrder } from '../../shared/model/project.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import styles from './excerpt-filters.module.css'
import { asked, type ExcerptFilter, noFilter, stanceTitles } from './excerpt-filters-rules.ts'

/** Which excerpts to show: words at once, everything else behind a button that says how much is asked. `only` leaves
    out what a place has no use for. */
export function ExcerptFilters({
  project,
  filter,
  onChange,
  words = true,
  only = ['where', 'coding'],
  children,
}: {
  readonly project: Project
  readonly filter: ExcerptFilter
  readonly onChange: (filter: ExcerptFilter) => void
  readonly words?: boolean
  readonly only?: readonly ('where' | 'coding')[]
  readonly children?: ReactNode
}) {
  const count = asked(filter)
  const change = (changes: Partial<ExcerptFilter>) => onChange({ ...filter, ...changes })
  return (
    <div className={styles.bar}>
      {words ? (
        <div className={styles.words}>
          <TextField
            label="Words in these excerpts"
            hideLabel
            placeholder="Find words"
            value={filter.text}
            onChange={(text) => change({ text })}
          />
        </div>
      ) : null}
      <DialogTrigger>
        <Button look={count > 0 ? 'plain' : 'quiet'}>{count > 0 ? `Filters: ${count}` : 'Filters'}</Button>
        <Popover className={styles.popover ?? ''} placement="bottom start">
          <Dialog aria-label="Filters" className={styles.dialog ?? ''}>
            {only.includes('where') ? <Where project={project} filter={filter} change={change} /> : null}
            {only.includes('coding') ? <HowCoded project={project} filter={filter} change={change} /> : null}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {count > 0 ? (
        <Button look="quiet" onPress={() => onChange({ ...noFilter, text: filter.text })}>
          Clear
        </Button>
      ) : null}
      {children}
    </div>
  )
}

interface Part {
  readonly project: Project
  readonly filter: ExcerptFilter
  readonly change: (changes: Partial<ExcerptFilter>) => void
}

const any = 'any'

function Where({ project, filter, change }: Part) {
  const people = inOrder(project.tables.participant)
  const kinds = [...new Set(sourcesInOrder(project).map((source) => source.kind))]
  return (
    <>
      <Choice
        label="Participant"
        value={filter.participant}
        options={people.map(({ id, pseudonym }) => ({ key: id, label: pseudonym }))}
        onChange={(participant) => change({ participant })}
      />
      <AttributeChoice project={project} filter={filter} change={change} />
      <Choice
        label="Source"
        value={filter.source}
        options={sourcesInOrder(project).map(({ id, name }) => ({ key: id, label: name }))}
        onChange={(source) => change({ source })}
      />
      <Choice
        label="Kind of source"
        value={filter.kind}
        options={kinds.map((key) => ({ key, label: key === 'group' ? 'group session' : key }))}
        onChange={(kind) => change({ kind })}
      />
    </>
  )
}

function HowCoded({ project, filter, change }: Part) {
  const coders = [...project.tables.coder.values()]
  const stances = (['affirms', 'denies', 'overcome', 'mixed', 'reports', 'none'] as const).map((key) => ({
    key,
    label: stanceTitles[key],
  }))
  return (
    <>
      <Choice
        label="Coder"
        value={filter.coder}
        options={coders.map(({ id, name }) => ({ key: id, label: name }))}
        onChange={(coder) => change({ coder })}
      />
      <Choice label="Layer" value={filter.layer} options={layers} onChange={(layer) => change({ layer })} />
      <Choice
        label="Stance"
        value={filter.stance}
        options={stances}
        onChange={(stance) => change({ stance })}
      />
      <TextField
        label="Coded since"
        type="date"
        value={filter.since}
        onChange={(since) => change({ since })}
      />
      <div className={styles.boxes}>
        <Checkbox isSelected={filter.star} onChange={(star) => change({ star })}>
          Key quotes only
        </Checkbox>
        <Checkbox isSelected={filter.flag} onChange={(flag) => change({ flag })}>
          Flagged only
        </Checkbox>
      </div>
    </>
  )
}

const layers = [
  { key: 'own', label: 'coders’ own' },
  { key: 'agreed', label: 'agreed' },
] as const

function AttributeChoice({ project, filter, change }: Part) {
  const attributes = inOrder(project.tables.attribute)
  const chosen = filter.attribute ? project.tables.attribute.get(filter.attribute.id) : undefined
  if (attributes.length === 0) return null
  return (
    <>
      <Choice
        label="Attribute"
        value={filter.attribute?.id ?? null}
        options={attributes.map(({ id, name }) => ({ key: id, label: name }))}
        onChange={(id) =>
          change({ attribute: id === null ? null : { id, value: valuesOf(project, id)[0] ?? '' } })
        }
      />
      {chosen && filter.attribute ? (
        <Select
          label={chosen.name}
          value={filter.attribute.value}
          options={valuesOf(project, chosen.id).map((value) => ({ key: value, label: value }))}
          onChange={(value) => change({ attribute: { id: chosen.id, value } })}
        />
      ) : null}
    </>
  )
}

function valuesOf(project: Project, id: AttributeId): string[] {
  const values = [...project.tables.participant.values(), ...project.tables.source.values()].flatMap(
    ({ attributes }) => {
      const value = attributes?.[id]
      return value === undefined ? [] : [String(value)]
    },
  )
  return [...new Set(values)].sort()
}

function Choice<K extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: K | null
  readonly options: readonly { readonly key: K; readonly label: string }[]
  readonly onChange: (key: K | null) => void
}) {
  if (options.length < 2 && value === null) return null
  return (
    <Select
      label={label}
      value={value ?? any}
      options={[{ key: any, label: 'Any' }, ...options]}
      onChange={(key) => onChange(options.find((option) => option.key === key)?.key ?? null)}
    />
  )
}
