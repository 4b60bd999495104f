import { useId } from 'react'
import {
  attributesOf,
  named,
  setSourceValue,
  usualSourceAttributes,
} from '../../../shared/commands/attributes.ts'
import { changeSources, setSourceParticipants } from '../../../shared/commands/change-source.ts'
import type { Attribute, AttributeKind, AttributeValue, Source } from '../../../shared/model/entities.ts'
import type { ParticipantId } from '../../../shared/model/ids.ts'
import { inOrder, turnsOf } from '../../../shared/model/project.ts'
import { AttributeField } from '../../parts/attribute-field.tsx'
import { KeptField } from '../../parts/attribute-field-line.tsx'
import { hrefTo } from '../../parts/places.ts'
import { desktop } from '../../platform/desktop.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { AttributeButton } from './attribute-dialog.tsx'
import { SourceSpeakers } from './source-speakers.tsx'
import styles from './sources-screen.module.css'
import { counted, kindOptions, number, statusOptions } from './words.ts'

/** What is known about one source, editable: name, kind, status, attributes, speakers, and its original file. */
export function SourceDetails({
  source,
  onClose,
  onDelete,
}: {
  readonly source: Source
  readonly onClose: () => void
  readonly onDelete: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const heading = useId()
  const change = (changes: Parameters<typeof changeSources>[2]) =>
    commit(changeSources(open.project, [source.id], changes))
  const turns = turnsOf(project, source.id).length
  return (
    <aside
      aria-labelledby={heading}
      className={styles.details}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2 id={heading}>{source.name}</h2>
        <IconButton name="Close" onPress={onClose}>
          ×
        </IconButton>
      </header>
      <p className={styles.quiet}>
        {source.format} · {counted(source.words, 'word')}
        {turns > 0 ? ` · ${counted(turns, 'turn')}` : ''}
      </p>
      <p className={styles.row}>
        <a href={hrefTo(open.id, { kind: 'source', source: source.id })}>Read it</a>
      </p>
      <KeptField label="Name" value={source.name} onKeep={(name) => void change({ name })} />
      <div className={styles.pair}>
        <Select
          label="Kind"
          options={kindOptions}
          value={source.kind}
          onChange={(kind) => void change({ kind })}
        />
        <Select
          label="Status"
          options={statusOptions}
          value={source.status}
          onChange={(status) => void change({ status })}
        />
      </div>
      {turns > 0 ? <SourceSpeakers source={source.id} /> : <WholeSource source={source} />}
      <SourceAttributes source={source} />
      <footer className={styles.detailsFoot}>
        {source.original ? <SaveOriginal source={source} /> : null}
        <Button look="danger" onPress={onDelete}>
          Delete source…
        </Button>
      </footer>
    </aside>
  )
}

function SourceAttributes({ source }: { readonly source: Source }) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const own = attributesOf(project, 'source')
  const usual = usualSourceAttributes.filter((wish) => !named(project, 'source', wish.name))
  const keep = (attribute: Parameters<typeof setSourceValue>[2]) => (value: AttributeValue | null) =>
    void commit(setSourceValue(open.project, source.id, attribute, value, open.making))
  return (
    <section aria-label="Attributes" className={styles.facts}>
      {own.map((attribute) => (
        <div key={attribute.id} className={styles.fact}>
          <AttributeField
            attribute={attribute}
            value={source.attributes?.[attribute.id]}
            onKeep={keep(attribute.id)}
          />
          {isUsual(attribute) ? null : <AttributeButton of="source" attribute={attribute} />}
        </div>
      ))}
      {usual.map((wish) => (
        <AttributeField key={wish.name} attribute={asField(wish)} value={undefined} onKeep={keep(wish)} />
      ))}
      <AttributeButton of="source" attribute={null} />
    </section>
  )
}

function asField(wish: { readonly name: string; readonly kind: AttributeKind }) {
  return { name: wish.name, kind: wish.kind }
}

function isUsual(attribute: Attribute): boolean {
  return usualSourceAttributes.some((wish) => wish.name === attribute.name)
}

/** A text without turns is somebody's as a whole. */
function WholeSource({ source }: { readonly source: Source }) {
  const open = useOpenProject()
  const commit = useCommit()
  const people = inOrder(useProject().tables.participant)
  const whose = source.participants ?? []
  const set = (id: ParticipantId, is: boolean) =>
    void commit(
      setSourceParticipants(
        open.project,
        source.id,
        is ? [...whose, id] : whose.filter((each) => each !== id),
      ),
    )
  return (
    <section aria-label="Whose words" className={styles.facts}>
      <h3>Whose words it is</h3>
      {people.length === 0 ? <p className={styles.quiet}>There are no participants yet.</p> : null}
      <div className={styles.ticks}>
        {people.map((person) => (
          <Checkbox
            key={person.id}
            isSelected={whose.includes(person.id)}
            onChange={(is) => set(person.id, is)}
          >
            {person.pseudonym}
          </Checkbox>
        ))}
      </div>
    </section>
  )
}

function SaveOriginal({ source }: { readonly source: Source }) {
  const open = useOpenProject()
  const { original } = source
  if (!original) return null
  const save = async () => {
    const file = await open.original(original.hash)
    if (!file) {
      say({ kind: 'trouble', text: `The original of ${source.name} is not in this copy of the project.` })
      return
    }
    const wanted = {
      title: 'Save the original file',
      suggestedName: file.name,
      bytes: file.bytes,
      mediaType: 'application/octet-stream',
    }
    const saved = await desktop().saveAs(wanted)
    if (saved?.ok) say({ kind: 'done', text: `Saved ${saved.name}.` })
    else if (saved) say({ kind: 'trouble', text: saved.problem })
  }
  return (
    <div>
      <Button onPress={() => void save()}>Save the original file…</Button>
      <p className={styles.quiet}>
        {original.name}, {number(Math.max(1, Math.round(original.bytes / 1024)))} kB, as it came
      </p>
    </div>
  )
}
