import { memo, useMemo } from 'react'
import { attributesOf, setParticipantValue } from '../../../shared/commands/attributes.ts'
import { changeParticipant } from '../../../shared/commands/change-participant.ts'
import type { Attribute, AttributeValue, Participant } from '../../../shared/model/entities.ts'
import type { AttributeId, ParticipantId } from '../../../shared/model/ids.ts'
import { consentOptions } from '../../parts/participant-card-consent.ts'
import { useWindow } from '../../parts/use-window.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { AttributeButton } from './attribute-dialog.tsx'
import { type Fact, FactCell } from './fact-cell.tsx'
import styles from './fact-grid.module.css'
import { type Grid, useGrid } from './use-grid.ts'
import { labelIn } from './words.ts'

/** Participants by attributes, editable where they stand; the first columns say what each allows and where they speak. */
export function ParticipantTable({
  people,
  onAbout,
}: {
  readonly people: readonly Participant[]
  readonly onAbout: (participant: ParticipantId) => void
}) {
  const project = useProject()
  const attributes = useMemo(() => attributesOf(project, 'participant'), [project])
  const sight = useWindow(people.length, rowHeight, headHeight)
  const shown = people.slice(sight.first, sight.end)
  const grid = useGrid(people.length, attributes.length + 2, sight.reveal)
  const sources = useMemo(() => sourcesOfEach(project), [project])
  return (
    <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label="Participants"
        aria-rowcount={people.length + 1}
        ref={grid.ref}
        onFocus={grid.onFocus}
        className={styles.grid}
      >
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">Allows</th>
            <th scope="col" className={styles.count}>
              Sources
            </th>
            {attributes.map((attribute) => (
              <th key={attribute.id} scope="col" title={attribute.name}>
                <AttributeButton of="participant" attribute={attribute}>
                  {attribute.name}
                </AttributeButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={sight.first} />
          {shown.map((person, i) => (
            <PersonRow
              key={person.id}
              person={person}
              row={sight.first + i}
              grid={grid}
              attributes={attributes}
              sources={sources.get(person.id) ?? 0}
              onAbout={onAbout}
            />
          ))}
          <Space rows={people.length - sight.end} />
        </tbody>
      </table>
      {people.length === 0 ? <p className={styles.none}>No participant fits this filter.</p> : null}
    </div>
  )
}

const rowHeight = 36
const headHeight = 37

/** Room for rows that are not drawn: a survey brings hundreds of participants with dozens of facts each. */
function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? (
    <tr style={{ height: rows * rowHeight }}>
      <td />
    </tr>
  ) : null
}

interface PersonRowProps {
  readonly person: Participant
  readonly row: number
  readonly grid: Grid
  readonly attributes: readonly Attribute[]
  readonly sources: number
  readonly onAbout: (participant: ParticipantId) => void
}

const PersonRow = memo(function PersonRow({
  person,
  row,
  grid,
  attributes,
  sources,
  onAbout,
}: PersonRowProps) {
  const open = useOpenProject()
  const commit = useCommit()
  const keep = (attribute: AttributeId) => (value: AttributeValue | null) =>
    void commit(setParticipantValue(open.project, person.id, attribute, value))
  const allow = (value: AttributeValue | null) => {
    const consent = consentOptions.find((option) => option.label === value)
    const change = consent ? changeParticipant(open.project, person.id, { consent: consent.key }) : null
    if (change?.ok) void commit(change.gesture)
  }
  return (
    <tr aria-rowindex={row + 2} data-withdrawn={person.consent === 'withdrawn' || undefined}>
      <th scope="row">
        <button
          type="button"
          {...grid.cell(row, 0)}
          onKeyDown={(event) => grid.onKey(event, row, 0)}
          onClick={() => onAbout(person.id)}
        >
          {person.pseudonym}
        </button>
      </th>
      <FactCell
        grid={grid}
        row={row}
        column={1}
        name={`What ${person.pseudonym} allows`}
        fact={allowed(person)}
        onKeep={allow}
      />
      <td className={styles.count}>{sources}</td>
      {attributes.map((attribute, i) => (
        <FactCell
          key={attribute.id}
          grid={grid}
          row={row}
          column={i + 2}
          name={`${attribute.name} of ${person.pseudonym}`}
          fact={factOf(attribute, person)}
          onKeep={keep(attribute.id)}
        />
      ))}
    </tr>
  )
})

function allowed(person: Participant): Fact {
  const differs = person.consentFor ? Object.keys(person.consentFor).length > 0 : false
  const value = labelIn(consentOptions, person.consent)
  return {
    kind: 'choice',
    choices: consentOptions.map((option) => option.label),
    value: differs ? `${value} *` : value,
  }
}

function factOf(attribute: Attribute, person: Participant): Fact {
  const { kind, choices } = attribute
  return { kind, ...(choices ? { choices } : {}), value: person.attributes?.[attribute.id] }
}

function sourcesOfEach(project: ReturnType<typeof useProject>): ReadonlyMap<ParticipantId, number> {
  const sources = new Map<ParticipantId, Set<string>>()
  const note = (participant: ParticipantId | undefined, source: string) => {
    if (participant) sources.set(participant, (sources.get(participant) ?? new Set<string>()).add(source))
  }
  for (const speaker of project.tables.speaker.values()) note(speaker.participant, speaker.source)
  for (const source of project.tables.source.values())
    for (const id of source.participants ?? []) note(id, source.id)
  return new Map([...sources].map(([id, each]) => [id, each.size]))
}
