import type { SpeakerRole } from '../model/entities.ts'
import { roleWordOf } from './role-words.ts'
import type { DraftSpeaker, DraftTurn } from './source-draft.ts'

type Counted = Pick<DraftSpeaker, 'label' | 'turns'>
type Spoken = Pick<DraftTurn, 'start' | 'end' | 'speaker'>

/** Gives each speaker a role: by the words and letters of the label, by an `Interviewer` fact, by the pairs people
    write (I and B, Q and A); failing all that, the one who puts clearly the most questions is the interviewer. */
export function guessRoles(
  speakers: readonly Counted[],
  turns: readonly Spoken[],
  text: string,
  attributes: Readonly<Record<string, string>>,
): readonly DraftSpeaker[] {
  const stated = speakers.map(
    (each) => statedRole(each.label, attributes) ?? letterRole(each.label, speakers),
  )
  const roles = stated.includes('interviewer') ? stated : withAsker(stated, speakers, turns, text)
  return speakers.map((each, i) => ({
    label: each.label,
    turns: each.turns,
    role: roles[i] ?? 'participant',
  }))
}

function statedRole(label: string, attributes: Readonly<Record<string, string>>): SpeakerRole | null {
  if (SOUND.test(label)) return 'unknown'
  const word = roleWordOf(label)
  if (word !== null && word !== 'speaker') return word
  const interviewers = Object.entries(attributes)
    .filter(
      ([key]) =>
        roleWordOf(key.replace(/s$/, '')) === 'interviewer' ||
        /interviewed by|interviewer|moderator/i.test(key),
    )
    .map(([, value]) => value.toLowerCase())
  const name = label.toLowerCase()
  return name.length >= 2 &&
    interviewers.some((value) => value === name || value.split(/\s*[,;&]\s*|\s+and\s+/).includes(name))
    ? 'interviewer'
    : null
}

const SOUND =
  /^(?:music|sound|sounds|noise|video|audio|clip|narration|voice-?over|recording|applause|laughter)\b|[?？]$|^(?:x+|\?+|n\.?n\.?|us\d?|um\d?|uf\d?)$/i

/** Letters mean a role only beside the letters they are used with. */
function letterRole(label: string, speakers: readonly Counted[]): SpeakerRole | null {
  const has = (pattern: RegExp): boolean =>
    speakers.some((each) => each.label !== label && pattern.test(each.label))
  if (/^(?:I|I\d|IV\d?|INT\d?|IR|MOD|Q|F|Fr)\.?$/.test(label)) {
    return label.startsWith('F') ? (has(/^A\d?\.?$/) ? 'interviewer' : null) : 'interviewer'
  }
  if (/^M\.?$/.test(label)) return has(/^(?:P|R|T|TN|B)\d{1,3}$/) ? 'interviewer' : null
  if (/^(?:И|М|В)\.?$/.test(label))
    return has(/^(?:Р|О|И|У)\d{0,3}\.?$/) && label.startsWith('И') ? 'interviewer' : null
  if (/^E\d?\.?$/.test(label)) return has(/^[ERPI]\d?\.?$/) && has(/^(?:R|P|I)\d?\.?$/) ? 'interviewer' : null
  return null
}

/** The interviewer is who ends at least a third of the turns with a question, and twice as often as everyone else. */
function withAsker(
  stated: readonly (SpeakerRole | null)[],
  speakers: readonly Counted[],
  turns: readonly Spoken[],
  text: string,
): readonly (SpeakerRole | null)[] {
  const asked = speakers.map(() => 0)
  const words = speakers.map(() => 0)
  for (const turn of turns) {
    if (turn.speaker === null) continue
    words[turn.speaker] = (words[turn.speaker] ?? 0) + turn.end - turn.start
    if (QUESTION.test(text.slice(Math.max(turn.start, turn.end - 400), turn.end))) {
      asked[turn.speaker] = (asked[turn.speaker] ?? 0) + 1
    }
  }
  const open = speakers.flatMap((each, i) => (stated[i] === null && each.turns > 0 ? [i] : []))
  const rate = (i: number): number => (asked[i] ?? 0) / Math.max(1, speakers[i]?.turns ?? 1)
  const ranked = open.toSorted(
    (a, b) => rate(b) * Math.sqrt(asked[b] ?? 0) - rate(a) * Math.sqrt(asked[a] ?? 0),
  )
  const [first, second] = ranked
  if (first === undefined || second === undefined) return stated
  const clear = (asked[first] ?? 0) >= 2 && rate(first) >= 0.25 && rate(first) >= rate(second) * 1.8
  return clear ? stated.map((role, i) => (i === first ? 'interviewer' : role)) : stated
}

const QUESTION = /[?？؟;](?=["'”’»)\]\s]*$)(?<!;)|[?？؟]["'”’»)\]\s]*$/
