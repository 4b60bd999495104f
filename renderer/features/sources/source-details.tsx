import { useState } from 'react'
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
import type { Original } from '../../../shared/model/source-entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { AttributeField } from '../../parts/attribute-field.tsx'
import { KeptField } from '../../parts/attribute-field-line.tsx'
import { EraseDialog } from '../../parts/erase-dialog.tsx'
import { hrefTo } from '../../parts/places.ts'
import { saveOriginal, sizeInWords } from '../../parts/save-original.ts'
import { useBlind, useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { AttributeButton } from './attribute-dialog.tsx'
import { RecordingOf } from './recording-of.tsx'
import { SourceSpeakers } from './source-speakers.tsx'
import styles from './sources-screen.module.css'
import { TranslationsOf } from './translations-of.tsx'
import { kindOptions, statusOptions } from './words.ts'

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
  const change = (changes: Parameters<typeof changeSources>[2]) =>
    commit(changeSources(open.project, [source.id], changes))
  const turns = turnsOf(project, source.id).length
  const [erasing, setErasing] = useState(false)
  const { isBlind, isFixed } = useBlind()
  return (
    <SidePanel title={source.name} onClose={onClose}>
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
        {isBlind && !isFixed ? null : (
          <Select
            label="Status"
            options={statusOptions}
            value={source.status}
            onChange={(status) => void change({ status })}
          />
        )}
      </div>
      {turns > 0 ? <SourceSpeakers source={source.id} /> : <WholeSource source={source} />}
      <SourceAttributes source={source} />
      {source.original ? <OriginalOf source={source} original={source.original} /> : null}
      <RecordingOf source={source} />
      <TranslationsOf source={source} />
      <footer>
        <Button look="danger" isDisabled={isBlind} onPress={onDelete}>
          Delete source…
        </Button>
        <Button look="danger" onPress={() => setErasing(true)}>
          Erase for good…
        </Button>
        {erasing ? <EraseDialog start={{ sources: [source.id] }} onClose={() => setErasing(false)} /> : null}
      </footer>
    </SidePanel>
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

/** The file it came from, kept as it came. */
function OriginalOf({ source, original }: { readonly source: Source; readonly original: Original }) {
  const open = useOpenProject()
  return (
    <section aria-label="Original" className={styles.facts}>
      <h3>Original</h3>
      <p className={styles.fileName}>
        {original.name}
        <span className={styles.quiet}>
          {source.format} · {sizeInWords(original.bytes)}
          {original.encoding ? ` · read as ${original.encoding}` : ''} · kept as it came
        </span>
      </p>
      <p className={styles.originalWays}>
        <a href={hrefTo(open.id, { kind: 'source', source: source.id, original: true })}>Open the original</a>
        <Button onPress={() => void saveOriginal(open, source)}>Save a copy…</Button>
      </p>
    </section>
  )
}
