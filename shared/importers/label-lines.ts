import { readTime } from './cue-times.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'

/** A line that begins with what may be a speaker's label. */
export interface LabelLine {
  readonly label: string
  /** Where the spoken words begin, counted from the line's start; the line's length where none follow. */
  readonly spoken: number
  /** Nothing but the label (and its time) stands on the line. */
  readonly alone: boolean
  readonly style:
    | 'colon'
    | 'bracket'
    | 'time'
    | 'mark'
    | 'dash'
    | 'letter'
    | 'tab'
    | 'stroke'
    | 'dot'
    | 'bare'
  readonly time: number | null
  readonly endTime: number | null
}

/** Reads a possible label at the start of a line in the ways transcripts write one; null where there is none.
    Whether it is one is decided over the whole text. */
export function labelLine(line: string): LabelLine | null {
  const head = line.length > 220 ? line.slice(0, 220) : line
  if (!MAY_HOLD_LABEL.test(head)) return null
  const prefix = PREFIX.exec(head)
  const from = prefix?.[0].length ?? 0
  const rest = head.slice(from)
  const isWhole = line.length === head.length
  const found =
    possible(inBrackets(rest, prefix?.[0] ?? '')) ??
    possible(beforeTime(rest, isWhole)) ??
    possible(wordedTime(rest, isWhole)) ??
    possible(beforeColon(rest, isWhole)) ??
    possible(asLetter(rest)) ??
    possible(beforeTab(rest)) ??
    possible(behindTime(rest, prefix?.[0] ?? '', isWhole)) ??
    possible(beforeStroke(rest))
  if (found === null) return null
  const label = cleanLabel(found.written)
  const [time, endTime] = found.times.length > 0 ? found.times : timesBefore(prefix?.[0] ?? '')
  const spoken = Math.min(line.length, from + found.length)
  const alone = line.slice(spoken).trim() === ''
  return {
    label,
    spoken: alone ? line.length : spoken,
    alone,
    style: found.style,
    time: time ?? null,
    endTime: endTime ?? null,
  }
}

/** A colon further on in the words must not hide the letter or stroke they begin with. */
function possible(found: Found | null): Found | null {
  return found === null || labelKind(cleanLabel(found.written)) === null ? null : found
}

/** A short line that may be nothing but a name, as pasted Otter transcripts have it; null for anything else. */
export function bareLabel(line: string): LabelLine | null {
  if (line.length > 60) return null
  const label = cleanLabel(line)
  const kind = labelKind(label)
  if (kind === null || kind === 'handle' || /[,:"]/.test(label)) return null
  return { label, spoken: line.length, alone: true, style: 'bare', time: null, endTime: null }
}

/** Milliseconds of a line that holds nothing but a time, bracketed or not; null otherwise. */
export function timeOnLine(line: string): number | null {
  if (line.length > 40 || !/\d:\d/.test(line)) return null
  const trimmed = line.trim()
  return TIME_ALONE.test(trimmed) ? (timesIn(trimmed)[0] ?? null) : null
}

interface Found {
  readonly written: string
  readonly length: number
  readonly style: LabelLine['style']
  readonly times: readonly number[]
}

const MAY_HOLD_LABEL =
  /[:：\t[]|^\W{0,8}\p{L}(?:\.\s|．)|^[^\n]{1,40}?(?:\s[-–—|]|\.[-–—]|\u3000)|\d \p{L}{1,12}$|^[\s\d]{0,40}(?:[QA] {3}|\p{Lu}[\p{Lu}\d.' -]{0,30} {2}|(?:The|M[rs]s?|Dr|Senator|Representative|Secretary|Judge|Justice|Chair)\b)/u
const T = String.raw`\d{1,3}:(?:\d{1,2}:\d{1,2}(?:[:;]\d{2})?|\d{2})(?:[.,-]\d{1,3})?`
const RANGE = String.raw`${T}(?:\s{0,3}(?:[-–—]{1,2}>?|to)\s{0,3}${T})?`
/** Day and clock time before a message, as messengers export them. */
const DAY = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f][APap]\.?[Mm]\.?)?`
const BARE_RANGE = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s?[-–—]\s?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?=\s|:\s)`
const DATED = String.raw`\[?${DAY}(?:\]|(?= [-–] ))`
const MARK = String.raw`(?:\[\s?${RANGE}\s?\]|\(\s?${RANGE}\s?\)|\{\s?${RANGE}\s?\}|<${RANGE}>|#${T}#|${DATED}|${BARE_RANGE}|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3}|[:;]\d{2})?(?=\s|:\s)|\d{1,3}:\d{2}(?=\s))`
const SIGN = String.raw`[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]`
const BOLD = '(?:\\*{1,3}|__)?'
const PREFIX = new RegExp(
  `^${SIGN}{0,40}(?:\\d{1,4}(?: {2,8}|\\t|[.)] {1,4})|\\[\\d{1,4}\\] {1,4}|#(?=[^\\s#\\d]))?(?:>${SIGN}{0,4}){0,4}${BOLD}(?:${MARK}${SIGN}{0,8}[-–—:|]?${SIGN}{0,8})?${BOLD}${SIGN}{0,4}`,
)
const TIME_ALONE = new RegExp(String.raw`^[[({#]?\s?${RANGE}\s?[\])}#]?$`)
const TIME_TO_THE_END = new RegExp(`^${RANGE}${SIGN}{0,8}$`)
const EACH_TIME = new RegExp(T, 'g')
/** Units of time in the languages of Teams whose names count hours, minutes and seconds in this order. */
const WORDED_TIME =
  /^([^\d\n][^\n]{0,59}?)\s(?:(\d{1,2}) (?:h|St|or|ur|uur|tim)\p{L}{0,6} )?(?:(\d{1,2}) [mм]\p{L}{2,7} )?(\d{1,2}) [sс]\p{L}{2,8}\s{0,4}$/iu

const BRACKETED = new RegExp(
  String.raw`^\[([^\[\]:：]{1,60})\]${SIGN}{0,4}(${RANGE}|${MARK})?${SIGN}{0,4}(?:[-–—](?=\s))?([:：])?${BOLD}${SIGN}{0,8}`,
)
/** What stands with a time in brackets besides names. */
const UNHEARD = /inaudible|crosstalk|unintelligible|overlap|laugh|foreign|phonetic|indistinct|unverständlich/i
/** `[Ana, 00:02] By chance` */
const WITH_TIME_IN_BRACKETS = new RegExp(
  String.raw`^[[(]([^\[\]():：]{1,60}?),?${SIGN}{1,4}(?:at )?(${RANGE})[\])]${SIGN}{0,4}[:：]?${SIGN}{1,8}`,
)
const BEFORE_MARK = new RegExp(
  String.raw`^([^:：\[\](){}]{1,60}(?:\([^()\d][^()]{0,30}\)${SIGN}{0,3})?)(?<!\d)(${MARK})${SIGN}{0,4}([:：])?${BOLD}[:：]?${SIGN}{0,8}`,
)
const BEFORE_BARE_TIME = new RegExp(
  String.raw`^([^:：\[\]{}]{1,60}?)${BOLD}(?:${SIGN}{1,12}[-–—|,]?|,)${SIGN}{0,4}(${RANGE})(\s?[AaPp]\.?[Mm]\.?)?${SIGN}{0,8}$`,
)
const BEFORE_COLON = new RegExp(String.raw`^([^:：\t]{1,70}?)${SIGN}{0,3}${BOLD}([:：])${BOLD}(${SIGN}{0,8})`)
/** Sonix writes the time between the name and the words: `Ana: [00:00:02] By chance`. */
const BEHIND_COLON = new RegExp(
  String.raw`^(?:\[\s?${RANGE}\s?\]|\(\s?${RANGE}\s?\)|\{\s?${RANGE}\s?\}|\d{1,2}:\d{2}:\d{2}(?:[.,:;]\d{1,3})?(?=\s))${SIGN}{0,8}`,
)

const TIME_BEFORE_TAB = new RegExp(String.raw`^[[(]?${RANGE}[\])]?\t+`)

function inBrackets(rest: string, prefix: string): Found | null {
  if (!/^[[(]/.test(rest)) return null
  const timed = WITH_TIME_IN_BRACKETS.exec(rest)
  if (timed !== null && isTold(timed[1] ?? '') && !UNHEARD.test(timed[1] ?? ''))
    return { written: timed[1] ?? '', length: timed[0].length, style: 'mark', times: timesIn(timed[2] ?? '') }
  const match = BRACKETED.exec(rest)
  if (match === null) return null
  const [all, written = '', mark = '', colon] = match
  const alone = rest.slice(all.length).trim() === ''
  const kind = labelKind(cleanLabel(written))
  const borneOut =
    mark !== '' ||
    colon !== undefined ||
    (!alone && (kind === 'role' || kind === 'code' || (kind === 'name' && /\d:\d\d/.test(prefix))))
  return borneOut ? { written, length: all.length, style: 'bracket', times: timesIn(mark) } : null
}

function beforeTime(rest: string, isWhole: boolean): Found | null {
  if (!/\d:\d\d/.test(rest)) return null
  const marked = BEFORE_MARK.exec(rest)
  if (marked !== null) {
    const [all, written = '', mark = '', colon] = marked
    const alone = isWhole && rest.slice(all.length).trim() === ''
    if (colon !== undefined || alone)
      return { written, length: all.length, style: 'time', times: timesIn(mark) }
    if (/^[[(]|^\d{1,2}:\d{2}:/.test(mark) && isTold(written))
      return { written, length: all.length, style: 'mark', times: timesIn(mark) }
  }
  const bare = isWhole ? BEFORE_BARE_TIME.exec(rest) : null
  if (bare === null) return null
  const [all, written = '', range = '', ofDay] = bare
  const times = ofDay === undefined ? timesIn(range) : []
  return { written, length: all.length, style: 'time', times }
}

/** Teams' window, copied: `Ana 1 minute 3 seconds` above the words. */
function wordedTime(rest: string, isWhole: boolean): Found | null {
  const match = isWhole ? WORDED_TIME.exec(rest) : null
  if (match === null) return null
  const [all, written = '', hours = '0', minutes = '0', seconds = '0'] = match
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return { written, length: all.length, style: 'time', times: [time] }
}

function beforeColon(rest: string, isWhole: boolean): Found | null {
  const match = BEFORE_COLON.exec(rest)
  if (match === null) return null
  const [all, written = '', colon, space] = match
  const next = rest.charAt(all.length)
  if (space === '' && next !== '' && colon === ':') {
    const kind = labelKind(cleanLabel(written))
    if (/[\d/\\>:]/.test(next) || (kind !== 'role' && kind !== 'code')) return null
  }
  const behind = rest.slice(all.length)
  const mark = (BEHIND_COLON.exec(behind) ?? (isWhole ? TIME_TO_THE_END.exec(behind) : null))?.[0] ?? ''
  return { written, length: all.length + mark.length, style: 'colon', times: timesIn(mark) }
}

function asLetter(rest: string): Found | null {
  const match = /^([QA])(?:\.\s{1,8}|\t+| {3,12}|．\s{0,8})(?=\S)/.exec(rest)
  return match === null
    ? null
    : { written: match[1] ?? '', length: match[0].length, style: 'letter', times: [] }
}

function beforeTab(rest: string): Found | null {
  const match = /^([^\t:：]{1,48}?) {0,4}\t+(?=\S)/.exec(rest)
  if (match === null) return null
  const mark = TIME_BEFORE_TAB.exec(rest.slice(match[0].length))?.[0] ?? ''
  return {
    written: match[1] ?? '',
    length: match[0].length + mark.length,
    style: 'tab',
    times: timesIn(mark),
  }
}

/** A name alone on its line behind a time, mostly with a stroke as Happy Scribe writes it: `[00:00:02] - Ana`. */
function behindTime(rest: string, prefix: string, isWhole: boolean): Found | null {
  if (!isWhole || rest.length > 60 || !/\d:\d\d/.test(prefix)) return null
  const isBehind = /\d:\d\d.{0,12}[-–—|]\s{0,8}$/.test(prefix) || isTold(rest)
  return isBehind ? { written: rest, length: rest.length, style: 'dash', times: [] } : null
}

/** A role, a code or a name before a stroke (`E.B. – `, `P.- `) or a wide space, as in Japanese or behind
    capitals; letters of question and answer before a point. Whether they are voices is decided over the whole text,
    more strictly than with colons. */
function beforeStroke(rest: string): Found | null {
  const dot = /^(\p{L})\.\s{1,8}(?=\S)/u.exec(rest)
  if (dot !== null && ASKING.has(dot[1] ?? ''))
    return { written: dot[1] ?? '', length: dot[0].length, style: 'dot', times: [] }
  const titled = TITLED.exec(rest)
  if (titled !== null)
    return { written: titled[1] ?? '', length: titled[0].length, style: 'stroke', times: [] }
  const match = BEFORE_STROKE.exec(rest)
  const written = match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
  return match !== null && isTold(written)
    ? { written, length: match[0].length, style: 'stroke', times: [] }
    : null
}

/** Letters for question and answer, interviewer and interviewed, in several languages. */
const ASKING = new Set('PRQEIDFVВОИРשתسج')
const BEFORE_STROKE = new RegExp(
  String.raw`^(?:([^\s:：][^\n:：–—\u3000]{0,39}?)(?:\s{1,4}[-–—|]{1,2}|\.[-–—]{1,2})\s{1,8}(?:${DAY}$)?|([\p{L}ー]{1,6})\u3000{1,2}|(\p{Lu}[\p{Lu}\d.' -]{0,30}?) {2,12})(?=\S|$)`,
  'u',
)

/** Minutes of hearings put a point behind whoever speaks: `Mr. Lind. Thank you.` */
const TITLED =
  /^((?:The (?=C)|(?:Mr|Mrs|Ms|Dr|Senator|Representative|Secretary|Judge|Justice|Chair(?:man|woman)?)\.? )(?:\p{Lu}[\p{L}'’-]{1,24} ?){1,3})\.\s{1,4}(?=\p{Lu})/u

function isTold(written: string): boolean {
  const kind = labelKind(cleanLabel(written))
  return kind !== null && kind !== 'handle'
}

/** Times before a label; the clock time of a message is none of the recording. */
function timesBefore(prefix: string): readonly number[] {
  return /\d[./-]\d{1,2}[./-]\d/.test(prefix) ? [] : timesIn(prefix)
}

function timesIn(mark: string): readonly number[] {
  return (mark.match(EACH_TIME) ?? []).flatMap((written) => readTime(written) ?? [])
}
