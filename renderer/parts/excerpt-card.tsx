import { memo } from 'react'
import { Link } from 'react-aria-components'
import { notCountedInWords, whyNotCounted } from '../../shared/analysis/why-not-counted.ts'
import type { Coding, Consent } from '../../shared/model/entities.ts'
import { type Project, turnsOf } from '../../shared/model/project.ts'
import { excerptContext, type SpokenSpan } from '../../shared/text/excerpt-context.ts'
import type { Span } from '../../shared/text/positions.ts'
import { Button } from '../ui/button.tsx'
import styles from './excerpt-card.module.css'
import { type Excerpt, stanceTitles } from './excerpt-filters-rules.ts'
import { ExcerptTranslation } from './excerpt-translation.tsx'

/** One excerpt, as it is reread: the words, quietly what stood around them, and where they come from. */
export const ExcerptCard = memo(function ExcerptCard({
  excerpt,
  project,
  text,
  href,
  paragraph,
  codeName,
  isWide,
  onWiden,
}: {
  readonly excerpt: Excerpt
  readonly project: Project
  /** The text it stands in; null while it is on its way. */
  readonly text: string | null
  readonly href: string
  readonly paragraph: number
  /** The code's name, where codes below the one looked at are shown too. */
  readonly codeName: string | null
  /** The turns before and after are shown. */
  readonly isWide: boolean
  readonly onWiden: (wide: boolean) => void
}) {
  const { coding, source, participants, consent } = excerpt
  if (text === null) return <p className={styles.quote}>…</p>
  const turns = coding.content === source.content ? turnsOf(project, source.id) : []
  const around = excerptContext(text, turns, coding)
  const nameOf = (span: SpokenSpan) => speakerName(project, span)
  const time = around.quote[0]?.turn?.time
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '')
  return (
    <article className={styles.card}>
      {isWide && around.previous ? (
        <Turn who={nameOf(around.previous)} words={words(around.previous)} />
      ) : null}
      <div dir="auto" className={styles.words}>
        <span className={styles.around}>
          {isWide ? words(around.before) : ending(words(around.before))}
          {around.before && around.before.end < coding.start ? ' ' : ''}
        </span>
        {around.quote.map((span, i) => (
          <span key={span.start} className={styles.quote}>
            {around.quote.length > 1 ? <b className={styles.voice}>{nameOf(span)}</b> : null}
            {words(span)}
            {i < around.quote.length - 1 ? <br /> : null}
          </span>
        ))}
        <span className={styles.around}>
          {around.after && around.after.start > coding.end ? ' ' : ''}
          {isWide ? words(around.after) : beginning(words(around.after))}
        </span>
      </div>
      {isWide && around.next ? <Turn who={nameOf(around.next)} words={words(around.next)} /> : null}
      {project.tables.translation.size > 0 ? <ExcerptTranslation project={project} coding={coding} /> : null}
      {coding.note ? <p className={styles.note}>{coding.note}</p> : null}
      <footer className={styles.foot}>
        <Link href={href} className={styles.place ?? ''}>
          {source.name}
          {time === undefined ? '' : `, ${clock(time)}`} ¶{paragraph}
        </Link>
        {participants.length === 0 ? (
          <Uncounted
            project={project}
            coding={coding}
            name={nameOf(around.quote[0] ?? { ...coding, turn: null })}
          />
        ) : null}
        <span title={project.tables.coder.get(coding.coder)?.name}>
          {project.tables.coder.get(coding.coder)?.initials}
        </span>
        {coding.layer === 'agreed' ? <span>agreed</span> : null}
        {codeName ? <span className={styles.code}>{codeName}</span> : null}
        {coding.stance ? <span className={styles.stance}>{stanceTitles[coding.stance]}</span> : null}
        {coding.origin ? <span>{coding.origin}</span> : null}
        {coding.star ? <span className={styles.star}>★ key quote</span> : null}
        {coding.flag ? <span className={styles.flag}>⚑ for the lead</span> : null}
        {consent === 'quote' ? null : <span className={styles.consent}>{consentWords[consent]}</span>}
        {/* The list has a key for it, so the button is out of the way of Tab. */}
        <Button
          look="quiet"
          excludeFromTabOrder
          aria-label={isWide ? 'Show less around' : 'Show more around'}
          onPress={() => onWiden(!isWide)}
        >
          {isWide ? 'Less' : 'More'}
        </Button>
      </footer>
    </article>
  )
})

const consentWords = {
  paraphrase: 'paraphrase only',
  count: 'counted only: never quote',
  withdrawn: 'withdrawn: leave out',
} as const satisfies Record<Exclude<Consent, 'quote'>, string>

/** Whose words they are where they are no participant's, and that they count for nobody. */
function Uncounted({
  project,
  coding,
  name,
}: {
  readonly project: Project
  readonly coding: Coding
  readonly name: string
}) {
  const why = whyNotCounted(project, coding)
  return (
    <>
      {name === '' || why === 'interviewer' ? null : <span>{name}</span>}
      {why ? <span>{notCountedInWords[why]}</span> : null}
    </>
  )
}

function Turn({ who, words }: { readonly who: string; readonly words: string }) {
  return (
    <p className={styles.turn}>
      {who === '' ? null : <b className={styles.voice}>{who}</b>}
      {words}
    </p>
  )
}

function speakerName(project: Project, { turn }: SpokenSpan): string {
  const speaker = turn?.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
  if (!speaker) return turn ? 'Unknown voice' : ''
  if (speaker.role === 'interviewer') return 'Interviewer'
  return (
    (speaker.participant && project.tables.participant.get(speaker.participant)?.pseudonym) ?? speaker.label
  )
}

const near = 110

function ending(words: string): string {
  if (words.length <= near) return words
  return `… ${words.slice(words.indexOf(' ', words.length - near) + 1)}`
}

function beginning(words: string): string {
  if (words.length <= near) return words
  return `${words.slice(0, words.lastIndexOf(' ', near))} …`
}

/** Minutes and seconds, hours where there are any. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${two(minutes)}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}
