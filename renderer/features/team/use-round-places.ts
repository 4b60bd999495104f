import { useEffect, useMemo, useState } from 'react'
import { type Decided, decidedPlaces } from '../../../shared/analysis/agreement/decided-places.ts'
import { type CoderDisagreement, disagreementsOf } from '../../../shared/analysis/agreement/disagreements.ts'
import { type RoundWish, wishOfRound } from '../../../shared/analysis/agreement/round-wish.ts'
import { type ContentHash, readContentHash } from '../../../shared/model/ids.ts'
import { type Project, turnsOf } from '../../../shared/model/project.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { placesInWorker } from '../../workers/agreement-client.ts'
import { sameOwnCodings } from './own-codings.ts'

/** Where the coders of a round disagree now, and what was decided about it. */
export interface RoundPlaces {
  readonly round: RoundWish
  /** Null while they are looked for. */
  readonly places: readonly CoderDisagreement[] | null
  readonly decided: Decided
}

/** Finds a round's disagreements away from the window; sources without turns are read first. */
export function useRoundPlaces(round: AgreementRound): RoundPlaces {
  const open = useOpenProject()
  const project = useProject()
  const { turns } = project
  const codings = useOwnCodings(project)
  const { source, code, coder, codebookVersion, adjudication } = project.tables
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the project are all that is read.
  const wished = useMemo(
    () => wishOfRound(project, round),
    [round, codings, source, code, coder, codebookVersion],
  )
  const isRead = useTextsOf(open, textsNeeded(project, round))
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the project are all that is read.
  const question = useMemo(
    () => (isRead ? { project, texts: open.text, wish: wished.wish } : null),
    [wished, codings, turns, source, isRead],
  )
  const places = usePlacesOf(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the project are all that is read.
  const decided = useMemo(() => decidedPlaces(project), [adjudication, source])
  return { round: wished, places, decided }
}

type Question = Parameters<typeof placesInWorker>[0]

/** Where coders disagree; null until that is found, and anew with every other question. */
function usePlacesOf(question: Question | null): readonly CoderDisagreement[] | null {
  const [found, setFound] = useState<{ of: Question; places: readonly CoderDisagreement[] } | null>(null)
  useEffect(() => {
    if (!question) return
    const controller = new AbortController()
    const find = () => placesInWorker(question, controller.signal)
    inTurn(find)
      // Where no worker can be had, the window finds them itself.
      .catch(() => disagreementsOf(question.project, question.texts, question.wish))
      .then((places) => {
        if (places && !controller.signal.aborted) setFound({ of: question, places })
      })
    return () => controller.abort()
  }, [question])
  return found?.of === question ? (found?.places ?? null) : null
}

let last: Promise<unknown> = Promise.resolve()

/** A list of rounds asks about all of them at once: one worker after another, so that memory is needed only once. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turn = last.then(run)
  last = turn.catch(() => null)
  return turn
}

/** A project's codings; the same value until a coder's own codings change. */
export function useOwnCodings({ codings }: Project): Project['codings'] {
  const [kept, setKept] = useState(codings)
  if (sameOwnCodings(kept, codings)) return kept
  setKept(codings)
  return codings
}

/** Texts that comparing needs: those of sources without turns. */
export function textsNeeded(
  project: Project,
  { sources }: Pick<AgreementRound, 'sources'>,
): readonly ContentHash[] {
  const all = [...project.tables.source.values()]
  const among = sources && new Set<string>(sources)
  return all
    .filter(({ id }) => (among?.has(id) ?? true) && turnsOf(project, id).length === 0)
    .map(({ content }) => content)
}

/** Brings texts into memory; true once every one was looked for. */
function useTextsOf(open: OpenProject, hashes: readonly ContentHash[]): boolean {
  const wanted = hashes.filter((hash) => open.text(hash) === undefined).join(' ')
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (wanted === '') return
    let isWanted = true
    const missing = wanted.split(' ').flatMap((hash) => readContentHash(hash) ?? [])
    void open.loadTexts(missing).then(() => {
      if (isWanted) setLooked((now) => new Set([...now, ...missing]))
    })
    return () => {
      isWanted = false
    }
  }, [open, wanted])
  return wanted.split(' ').every((hash) => hash === '' || looked.has(hash))
}
