import { memo } from 'react'
import { markDone } from '../../../shared/commands/assignments.ts'
import { setSourceStatus } from '../../../shared/commands/set-source-status.ts'
import type { Coding, Source, SourceStatus } from '../../../shared/model/entities.ts'
import { codingsOf, inOrder, type Project, sourcesInOrder, turnsOf } from '../../../shared/model/project.ts'
import { translationsOf } from '../../../shared/model/translations.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import {
  type ShownProject,
  useBlind,
  useCommit,
  useOpenProject,
  useSelected,
} from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import type { WhoseCodings } from './coding-groups.ts'
import { PassageMenu, type PassageTool } from './passage-menu.tsx'
import styles from './reader.module.css'
import type { RecordingState } from './recording-state.ts'
import { TranslatedBy, TranslationMenu } from './translation-menu.tsx'
import { useAfterFrame } from './use-after-frame.ts'

/** What is being read, how far its coding has come, and ways on. */
export const ReaderHead = memo(function ReaderHead({
  source,
  whose,
  onWhose,
  onNextUncoded,
  recording,
  onTool,
  onHelp,
}: {
  readonly source: Source
  readonly whose: WhoseCodings
  readonly onWhose: (whose: WhoseCodings) => void
  readonly onNextUncoded: () => void
  readonly onTool: (tool: PassageTool) => void
  readonly recording: RecordingState['kind']
  readonly onHelp: () => void
}) {
  const open = useOpenProject()
  // Codings are told by the facts; turns and tables are all else that is told here.
  const tables = useSelected((now) => now.project.tables)
  const hasTurns = useSelected((now) => turnsOf(now.project, source.id).length > 0)
  const project = { ...open.project, tables }
  const commit = useCommit()
  const { isBlind, isFixed } = useBlind()
  const sources = sourcesInOrder(project)
  const at = sources.findIndex((each) => each.id === source.id)
  const go = (to: Source | undefined) => {
    if (to) location.hash = hrefTo(open.id, { kind: 'source', source: to.id })
  }
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{source.name}</h1>
        <div className={styles.ways}>
          <IconButton name="Keys" onPress={onHelp}>
            ?
          </IconButton>
          <IconButton name="Previous source" isDisabled={at <= 0} onPress={() => go(sources[at - 1])}>
            ←
          </IconButton>
          <IconButton
            name="Next source"
            isDisabled={at >= sources.length - 1}
            onPress={() => go(sources[at + 1])}
          >
            →
          </IconButton>
        </div>
        <Facts source={source} />
      </div>
      <div className={styles.bar}>
        {isBlind && !isFixed ? null : (
          <Select
            label="Status"
            hideLabel
            options={statuses}
            value={source.status}
            onChange={(status) => void commit(setSourceStatus(open.project, source.id, status))}
          />
        )}
        <DoneCoding source={source} />
        {project.tables.coder.size > 1 && !isBlind ? (
          <Select label="Whose codings" hideLabel options={whoseOptions} value={whose} onChange={onWhose} />
        ) : null}
        <span className={styles.grow} />
        <Button look="quiet" onPress={onNextUncoded}>
          <span>
            Next uncoded<span className={styles.wide}> turn</span>
          </span>
        </Button>
        <TranslationMenu source={source} onTool={onTool} />
        <PassageMenu
          hasTurns={hasTurns}
          hasGuide={project.tables.question.size > 0}
          recording={recording}
          isTranslated={translationsOf(project, source).length > 0}
          onTool={onTool}
        />
      </div>
    </header>
  )
})

/** For whoever is to code this source: that they are done with it. */
function DoneCoding({ source }: { readonly source: Source }) {
  const open = useOpenProject()
  const commit = useCommit()
  const isMine = useSelected((now) => assignmentsOf(now, source).length > 0)
  const isDone = useSelected((now) => assignmentsOf(now, source).every((each) => each.doneAt !== undefined))
  if (!isMine) return null
  return (
    <Checkbox
      isSelected={isDone}
      onChange={(on) =>
        void commit(markDone(open.project, [source.id], open.coder, on ? open.making.at : null))
      }
    >
      Done coding this
    </Checkbox>
  )
}

function assignmentsOf({ project, coder }: ShownProject, source: Source) {
  return [...project.tables.assignment.values()].filter(
    (each) => each.source === source.id && each.coder === coder,
  )
}

/** Codings change with every key, so only this line follows them, and only after the text. */
function Facts({ source }: { readonly source: Source }) {
  const tables = useSelected((now) => now.project.tables)
  const codings = useAfterFrame(useSelected((now) => codingsOf(now.project, source.id)))
  const open = useOpenProject()
  const { isBlind } = useBlind()
  const facts = aboutSource({ ...open.project, tables }, source, codings)
  return (
    <p>
      {(isBlind ? facts.slice(0, -1) : facts).join(' · ')}
      <TranslatedBy source={source} />
    </p>
  )
}

const statuses: readonly { readonly key: SourceStatus; readonly label: string }[] = [
  { key: 'not started', label: 'Not started' },
  { key: 'first pass', label: 'First pass' },
  { key: 'second pass', label: 'Second pass' },
  { key: 'done', label: 'Done' },
]

const whoseOptions: readonly { readonly key: WhoseCodings; readonly label: string }[] = [
  { key: 'everyone', label: 'Codings of everyone' },
  { key: 'mine', label: 'My codings' },
  { key: 'agreed', label: 'Agreed codings' },
]

/** A source's facts for its head: whose it is, when, how long, and how much is coded by how many. */
export function aboutSource(project: Project, source: Source, codings: readonly Coding[]): string[] {
  const coders = new Set(codings.filter((coding) => coding.layer === 'own').map((coding) => coding.coder))
    .size
  const coded = counted(codings.length, 'coding')
  return [
    ...peopleFacts(project, source),
    ...sourceFacts(project, source),
    counted(source.words, 'word'),
    codings.length === 0 ? 'not coded yet' : coders > 1 ? `${coded} by ${countWord(coders)} coders` : coded,
  ]
}

/** Of one participant the first facts; of several only who they are. */
function peopleFacts(project: Project, source: Source): string[] {
  const voices = [...project.tables.speaker.values()].filter((speaker) => speaker.source === source.id)
  const ids = new Set([
    ...voices.flatMap((speaker) => speaker.participant ?? []),
    ...(source.participants ?? []),
  ])
  const people = inOrder(project.tables.participant).filter((each) => ids.has(each.id))
  const [one] = people
  if (!one) return []
  if (people.length > 1)
    return [
      people.length > 4 ? `${people.length} participants` : people.map((each) => each.pseudonym).join(', '),
    ]
  const facts = inOrder(project.tables.attribute)
    .filter((attribute) => attribute.of === 'participant' && attribute.kind !== 'yes-no')
    .flatMap((attribute) => one.attributes?.[attribute.id] ?? [])
  return facts.length > 0 ? facts.slice(0, 2).map(String) : [one.pseudonym]
}

function sourceFacts(project: Project, source: Source): string[] {
  return inOrder(project.tables.attribute).flatMap((attribute) => {
    const value = source.attributes?.[attribute.id]
    if (attribute.of !== 'source' || attribute.kind !== 'date' || typeof value !== 'string') return []
    return [`recorded ${spokenDate(value)}`]
  })
}

function spokenDate(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return date
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

function countWord(count: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count)
  )
}
