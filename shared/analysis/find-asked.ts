import type { Question, Source, Turn } from '../model/entities.ts'
import type { QuestionId, SourceId, TurnId } from '../model/ids.ts'
import { inOrder, type Project, type Texts, turnsOf } from '../model/project.ts'

/** A guess that an interviewer's turn puts a question of the guide. */
export interface AskedGuess {
  readonly source: SourceId
  readonly turn: TurnId
  readonly question: QuestionId
  /** Share of the question's telling words that stand in the turn, weighted by how rare they are in the guide: 0 to 1. */
  readonly score: number
  /** What the interviewer says. */
  readonly words: string
}

/** Guesses which interviewer turns put which questions, by the words they share: for each source and question at most
    one turn, and for each turn one question. Turns and questions that are linked already are left alone, as are
    sources whose text is not at hand. */
export function findAsked(project: Project, texts: Texts, sources: readonly Source[]): AskedGuess[] {
  const guide = readGuide(inOrder(project.tables.question).filter((question) => !question.retired))
  if (guide.questions.length === 0) return []
  return sources.flatMap((source) => {
    const text = texts(source.content)
    return text === undefined ? [] : guessesIn(project, source, text, guide)
  })
}

/** Below half of a question's words a match is more often wrong than right. */
const enough = 0.5

interface Guide {
  readonly questions: readonly {
    readonly id: QuestionId
    readonly words: ReadonlySet<string>
    readonly weight: number
  }[]
  readonly weights: ReadonlyMap<string, number>
}

function readGuide(questions: readonly Question[]): Guide {
  const sets = questions.map(({ id, text }) => ({ id, words: new Set(tellingWords(text)) }))
  const weights = new Map<string, number>()
  for (const { words } of sets) for (const word of words) weights.set(word, (weights.get(word) ?? 0) + 1)
  // A word in every question tells nothing about which one is put.
  for (const [word, count] of weights) weights.set(word, Math.log(1 + sets.length / count))
  const weigh = (words: ReadonlySet<string>) =>
    [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
  return {
    questions: sets.map((each) => ({ ...each, weight: weigh(each.words) })).filter((each) => each.weight > 0),
    weights,
  }
}

function guessesIn(project: Project, source: Source, text: string, guide: Guide): AskedGuess[] {
  const turns = turnsOf(project, source.id)
  const linked = new Set(turns.flatMap((turn) => turn.question ?? []))
  const guesses = turns
    .filter((turn) => turn.question === undefined && isInterviewers(project, turn))
    .flatMap((turn) => scores(source, turn, text.slice(turn.start, turn.end), guide, linked))
    .sort((a, b) => b.score - a.score)
  const taken = new Set<string>()
  return guesses.filter(({ turn, question }) => {
    if (taken.has(turn) || taken.has(question)) return false
    taken.add(turn).add(question)
    return true
  })
}

function isInterviewers(project: Project, turn: Turn): boolean {
  return turn.speaker !== undefined && project.tables.speaker.get(turn.speaker)?.role === 'interviewer'
}

function scores(
  source: Source,
  turn: Turn,
  words: string,
  guide: Guide,
  linked: ReadonlySet<QuestionId>,
): AskedGuess[] {
  const spoken = new Set(allWords(words).map(stem))
  return guide.questions.flatMap((question) => {
    if (linked.has(question.id)) return []
    const shared = [...question.words].filter((word) => spoken.has(word))
    const score = shared.reduce((sum, word) => sum + (guide.weights.get(word) ?? 0), 0) / question.weight
    // One shared word is chance unless the question has only one.
    const telling = score >= enough && (shared.length >= 2 || question.words.size === 1)
    return telling
      ? [{ source: source.id, turn: turn.id, question: question.id, score, words: words.trim() }]
      : []
  })
}

/** The words of a question that tell it from others, without common endings. Little words are left out only where
    something longer remains: "What gets in the way?" has few others. */
function tellingWords(text: string): string[] {
  const all = allWords(text)
  const telling = all.filter((word) => !littleWords.has(word))
  return (telling.length >= 2 ? telling : all).map(stem)
}

function allWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** "Funders" meets "funder", and "asked" meets "ask". */
function stem(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, '')
}

const littleWords = new Set(
  (
    'a an and any are as at be been but by can could did do does for from had has have how i if in into is it its me my of on ' +
    'one or our own so some that the their them then there these they this those to was we were what when where which who ' +
    'will with would you your about just tell there’s that’s it’s'
  ).split(' '),
)
