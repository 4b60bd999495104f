import { doesNotFit } from '../../shared/codebooks/does-not-fit.ts'
import { codebookLead, decidesAboutCodes } from '../../shared/model/decides-about-codes.ts'
import { useBlind, useSelected } from '../project/project-context.tsx'

/** What whoever codes in this window may do with the codebook. */
export interface CodeRights {
  /** Makes and changes codes; the others propose. */
  readonly decides: boolean
  /** Who decides, by name; empty where everybody does. */
  readonly lead: string
  /** Merges and deletes codes, which reaches what others coded. */
  readonly mayUnite: boolean
  /** Why not, in a sentence; empty where nothing is held back. */
  readonly why: string
}

/** Follows who decides about codes, and whether what others coded is hidden. */
export function useCodeRights(): CodeRights {
  const { isBlind } = useBlind()
  const decides = useSelected(({ project, coder }) => decidesAboutCodes(project, coder))
  const lead = useSelected(({ project }) => codebookLead(project)?.name ?? '')
  const why = decides
    ? isBlind
      ? 'In blind mode codes are not merged or deleted: that would reach what others coded.'
      : ''
    : `${lead} decides about codes. You propose, and code with what is there.`
  return { decides, lead, mayUnite: decides && !isBlind, why }
}

/** Whether a code of this name is made at once: by whoever decides, and "Does not fit" by everybody, because what no
    code holds must have a place. */
export function mayMake(name: string, decides: boolean): boolean {
  return decides || name.trim() === doesNotFit.name
}
