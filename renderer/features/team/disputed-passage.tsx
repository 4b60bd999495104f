import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { type Project, turnsOf } from '../../../shared/model/project.ts'
import { excerptContext, type SpokenSpan } from '../../../shared/text/excerpt-context.ts'
import { overlaps, type Span } from '../../../shared/text/positions.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import styles from './disagreement.module.css'
import { markedStretches } from './disagreement-rules.ts'

/** The passage with the turns around it. What coders marked with the code is washed in its hue, with their initials
    where it begins; the boundaries that would be agreed on are underlined. */
export function DisputedPassage({
  project,
  place,
  text,
  marked,
  chosen,
}: {
  readonly project: Project
  readonly place: CoderDisagreement
  readonly text: string
  readonly marked: readonly Coding[]
  readonly chosen: Span | null
}) {
  const whole = {
    start: Math.min(place.start, ...marked.map(({ start }) => start)),
    end: Math.max(place.end, ...marked.map(({ end }) => end)),
  }
  const around = excerptContext(text, turnsOf(project, place.source), whole)
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '')
  return (
    <div dir="auto" className={styles.passage} style={hueStyle(hueOf(project.tables.code, place.code))}>
      {around.previous ? (
        <p className={styles.around}>
          <Voice project={project} span={around.previous} />
          {words(around.previous)}
        </p>
      ) : null}
      {around.quote.map((span, i) => (
        <p key={span.start}>
          <Voice project={project} span={span} />
          {i === 0 ? <span className={styles.around}>{words(around.before)} </span> : null}
          <Marked project={project} text={text} span={span} marked={marked} chosen={chosen} />
          {i === around.quote.length - 1 ? (
            <span className={styles.around}> {words(around.after)}</span>
          ) : null}
        </p>
      ))}
      {around.next ? (
        <p className={styles.around}>
          <Voice project={project} span={around.next} />
          {words(around.next)}
        </p>
      ) : null}
    </div>
  )
}

function Marked({
  project,
  text,
  span,
  marked,
  chosen,
}: {
  readonly project: Project
  readonly text: string
  readonly span: Span
  readonly marked: readonly Coding[]
  readonly chosen: Span | null
}) {
  const initials = (id: Coding['coder']) => project.tables.coder.get(id)?.initials ?? '?'
  const inChosen = (part: Span) => chosen !== null && overlaps(part, chosen)
  return markedStretches(span, marked)
    .flatMap((part) => cutAt(part, chosen ? [chosen.start, chosen.end] : []))
    .map((part) => {
      const isMarked = part.by.length > 0
      const words = (
        <>
          {part.begins.map((coder) => (
            <sup key={coder} className={styles.who}>
              {initials(coder)}
            </sup>
          ))}
          {text.slice(part.start, part.end)}
        </>
      )
      const look = `${isMarked ? styles.marked : ''} ${inChosen(part) ? styles.chosen : ''}`
      return isMarked ? (
        <mark key={part.start} className={look}>
          {words}
        </mark>
      ) : (
        <span key={part.start} className={look}>
          {words}
        </span>
      )
    })
}

type Part = ReturnType<typeof markedStretches>[number]

/** Parts a stretch at some positions; passages begin only in its first part. */
function cutAt(part: Part, positions: readonly number[]): readonly Part[] {
  const inside = positions.filter((at) => at > part.start && at < part.end)
  const edges = [part.start, ...inside, part.end]
  return edges.slice(0, -1).map((start, i) => ({
    ...part,
    start,
    end: edges[i + 1] ?? part.end,
    begins: i === 0 ? part.begins : [],
  }))
}

function Voice({ project, span: { turn } }: { readonly project: Project; readonly span: SpokenSpan }) {
  const speaker = turn?.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
  if (!speaker) return null
  const participant = speaker.participant && project.tables.participant.get(speaker.participant)
  const name = speaker.role === 'interviewer' ? 'Interviewer' : (participant?.pseudonym ?? speaker.label)
  return <b className={styles.voice}>{name}</b>
}
