import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import { notCountedInWords, whyNotCounted } from '../../../shared/analysis/why-not-counted.ts'
import { consentWords, liftRestriction } from '../../../shared/commands/restrict-passage.ts'
import type { Coding, Memo, Restriction, Source } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { type Project, turnsOf } from '../../../shared/model/project.ts'
import { capital } from '../../../shared/text/capital.ts'
import type { Span } from '../../../shared/text/positions.ts'
import type { CodeCount } from '../../parts/code-tree-rows.ts'
import { CodingCard } from '../../parts/coding-card.tsx'
import { hrefTo } from '../../parts/places.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { asksFirst, type CodingGroup, codingOf, groupsOn } from './coding-groups.ts'
import { CodingTools } from './coding-tools.tsx'
import styles from './reader.module.css'
import { type Reading, type ReadingPlace, useReading } from './reading-place.ts'
import { turnAt } from './transcript-lines.ts'
import type { ShownGroup } from './transcript-marks.ts'
import { useAfterFrame } from './use-after-frame.ts'
import type { CodingActs } from './use-coding-acts.ts'
import { initialsOf } from './use-shown-groups.ts'

interface PassageProps {
  readonly source: Source
  readonly tree: CodeTree
  readonly groups: readonly ShownGroup[]
  readonly counts: ReadonlyMap<CodeId, CodeCount> | undefined
  readonly place: ReadingPlace
  readonly acts: CodingActs
  readonly onRecode: (coding: Coding) => void
  readonly onCode: () => void
  /** After something that takes its own button away: back to the text. */
  readonly onDone: () => void
}

/** Which codes are on the passage at the caret, the selection or the mouse, and what can be said about one of them.
    Arrow keys choose among them. Drawn after the text, which must not wait for it. */
export function PassageCodes(props: PassageProps) {
  const reading = useReading(props.place)
  const { groups } = props
  const now = useAfterFrame(useMemo(() => ({ reading, groups }), [reading, groups]))
  const me = useSelected(({ coder }) => coder)
  return <CodesHere {...props} {...now} me={me} />
}

const CodesHere = memo(function CodesHere({
  source,
  tree,
  groups,
  counts,
  place,
  acts,
  onRecode,
  onCode,
  onDone,
  reading,
  me,
}: PassageProps & { readonly reading: Reading; readonly me: Coding['coder'] }) {
  const open = useOpenProject()
  const { here, meant, preview } = passageNow(groups, reading, me)
  const list = useRef<HTMLUListElement>(null)
  const whoseOf = (coding: Coding) =>
    asksFirst(coding, me, new Set()) ? (open.project.tables.coder.get(coding.coder)?.name ?? null) : null
  const choose = (group: CodingGroup) => place.set({ chosen: codingOf(group, me, null)?.id ?? null })
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || here.length === 0) return
    event.preventDefault()
    const at = meant ? here.indexOf(meant.group) : -1
    const next = here[(at + step + here.length) % here.length]
    if (!next) return
    choose(next)
    list.current?.querySelectorAll<HTMLElement>(':scope > li > button')[here.indexOf(next)]?.focus()
  }
  const chosen = meant && !preview ? meant.group.key : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is above it moves it when codes or counts come.
  useEffect(() => {
    if (chosen === null) return
    // With the frame, which lays everything out anyway.
    const frame = requestAnimationFrame(() => {
      const button = list.current?.querySelector(':scope > li > [aria-pressed="true"]')
      button?.parentElement?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [chosen, counts, here.length])
  return (
    <section className={styles.passage}>
      <h2>
        Codes on this passage <span>{here.length > 0 ? here.length : ''}</span>
      </h2>
      {here.length === 0 ? (
        <div className={styles.nothing}>
          <p>
            {reading.selection.start < reading.selection.end
              ? 'No code here yet.'
              : 'Put the caret on a coded passage, or select words to code them.'}
          </p>
          <Button onPress={onCode}>Code this passage</Button>
        </div>
      ) : null}
      <ul ref={list}>
        {here.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className={styles.coding}
              aria-pressed={group === meant?.group}
              tabIndex={group === (meant?.group ?? here[0]) ? 0 : -1}
              onClick={() => choose(group)}
              onKeyDown={onKey}
            >
              <CodingCard
                tree={tree}
                code={group.code}
                codings={group.codings}
                initials={(coding) => initialsOf(open.project, coding)}
                count={counts?.get(group.code)}
                notCounted={notCounted(open.project, group)}
              />
            </button>
            {group.key === chosen && meant ? (
              <CodingTools
                coding={meant.coding}
                whose={whoseOf(meant.coding)}
                acts={acts}
                onRecode={onRecode}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Signs source={source} span={reading.selection} onDone={onDone} />
    </section>
  )
})

/** Why these codings count for nobody, in words; undefined where they count for somebody. */
function notCounted(project: Project, { codings: [coding] }: CodingGroup): string | undefined {
  const why = coding ? whyNotCounted(project, coding) : null
  return why ? notCountedInWords[why] : undefined
}

/** The groups that count now and the coding meant among them; `preview` while the mouse rests elsewhere. */
export function passageNow(groups: readonly ShownGroup[], reading: Reading, me: Coding['coder']) {
  const { selection, caret, pointed, chosen } = reading
  const own =
    selection.start < selection.end
      ? groupsOn(groups, selection.start, selection.end)
      : groupsOn(groups, caret, caret)
  const shown = groups.find((group) => group.key === pointed)
  const preview = shown !== undefined && !own.includes(shown)
  const here = preview
    ? groupsOn(groups, shown.start, shown.end).filter(
        (group) => group.start <= shown.start && group.end >= shown.end,
      )
    : own
  const group =
    here.find((each) => each.codings.some((coding) => coding.id === chosen)) ?? (preview ? shown : here[0])
  const coding = group && codingOf(group, me, chosen)
  return { here, preview, meant: group && coding ? { group, coding } : null }
}

function Signs({
  source,
  span,
  onDone,
}: {
  readonly source: Source
  readonly span: Span
  readonly onDone: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  const questions = useSelected(({ project }) => project.tables.question)
  const speakers = useSelected(({ project }) => project.tables.speaker)
  const turn = turnAt(turns, span.start)
  const question = turn?.question && questions.get(turn.question)
  const isAnswer = turn?.speaker !== undefined && speakers.get(turn.speaker)?.role === 'participant'
  const restrictions = useSelected(({ project }) => project.tables.restriction)
  const memos = useSelected(({ project }) => project.tables.memo)
  const rules = [...restrictions.values()].filter(
    (rule) => rule.content === source.content && touches(rule, span),
  )
  const notes = [...memos.values()].filter(
    ({ about }) => about.kind === 'passage' && about.content === source.content && touches(about, span),
  )
  if (rules.length === 0 && notes.length === 0 && !question) return null
  const lift = (rule: Restriction) => {
    void commit(liftRestriction(open.project, rule.id))
    onDone()
  }
  return (
    <ul className={styles.signs}>
      {question ? (
        <li>
          {isAnswer ? 'Answers' : 'Puts'} the question “{question.text}”
        </li>
      ) : null}
      {rules.map((rule) => (
        <li key={rule.id}>
          <Rule rule={rule} />
          <Button look="quiet" onPress={() => lift(rule)}>
            Lift
          </Button>
        </li>
      ))}
      {notes.map((memo: Memo) => (
        <li key={memo.id}>
          <a href={hrefTo(open.id, { kind: 'memos', memo: memo.id })}>Memo: {memo.title}</a>
        </li>
      ))}
    </ul>
  )
}

function Rule({ rule }: { readonly rule: Restriction }) {
  const words = consentWords[rule.consent]
  return (
    <span>
      {rule.audience ? `For ${rule.audience}: ${words}` : capital(words)}
      {rule.reason ? <small>{rule.reason}</small> : null}
    </span>
  )
}

function touches(rule: Span, span: Span): boolean {
  return span.start < span.end
    ? rule.start < span.end && span.start < rule.end
    : rule.start <= span.start && span.start <= rule.end
}
