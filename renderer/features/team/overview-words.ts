import type {
  CoderProgress,
  HandedOut,
  SourceWork,
  TeamProgress,
} from '../../../shared/analysis/team-progress.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import { counted, number } from '../../../shared/text/counted.ts'

/** Which sources the overview shows: all, those nobody is to code, those somebody has not finished, or one coder's. */
export type WorkFilter = 'all' | 'nobody' | 'not done' | CoderId

/** "3 of 8 done, 2 begun"; for whoever has nothing assigned, that. */
export function progressInWords({ assigned, begun, done }: CoderProgress, isBlind: boolean): string {
  if (assigned === 0) return 'nothing assigned'
  return `${number(done)} of ${number(assigned)} done${begun > 0 && !isBlind ? `, ${number(begun)} begun` : ''}`
}

/** How one source stands with one coder, to see and in words; empty where there is nothing to say. */
export function workInWords(
  { assigned, done, codings, out }: SourceWork,
  isBlind: boolean,
): { readonly sign: string; readonly text: string; readonly said: string } {
  const count = isBlind || codings === 0 ? '' : number(codings)
  const coded = count === '' ? '' : counted(codings, 'coding')
  const where = out ? outInWords(out) : ''
  if (done) return { sign: '●', text: count === '' ? 'done' : count, said: said('done', coded, where) }
  if (assigned && count !== '') return { sign: '◐', text: count, said: said('begun', coded, where) }
  if (assigned) return { sign: '○', text: '', said: said('assigned', where) }
  return { sign: '', text: count, said: coded === '' ? '' : said('not assigned', coded) }
}

/** "handed out on 3 Nov 2026, came back on 9 Nov 2026", in this machine's time. */
export function outInWords({ at, backAt }: HandedOut): string {
  const back = backAt === null ? '' : `, came back on ${days.format(backAt)}`
  return `handed out on ${days.format(at)}${back}`
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** Sources that fit what was typed (in their name) and the filter. */
export function fittingSources(
  sources: readonly Source[],
  progress: TeamProgress,
  { words, filter }: { readonly words: string; readonly filter: WorkFilter },
): readonly Source[] {
  const wanted = words.trim().toLowerCase()
  const works = (id: Source['id']) =>
    progress.coders.map(({ coder }) => progress.work(id, coder.id)).filter(({ assigned }) => assigned)
  return sources.filter(({ id, name }) => {
    if (!name.toLowerCase().includes(wanted)) return false
    if (filter === 'all') return true
    if (filter === 'nobody') return works(id).length === 0
    if (filter === 'not done') return works(id).some(({ done }) => !done)
    return progress.work(id, filter).assigned
  })
}

function said(...words: readonly string[]): string {
  return words.filter((each) => each !== '').join(', ')
}
