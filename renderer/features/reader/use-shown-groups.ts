import { useMemo } from 'react'
import { consentWords } from '../../../shared/commands/restrict-passage.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import { codingsOf, type Project } from '../../../shared/model/project.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { groupCodings, type WhoseCodings } from './coding-groups.ts'
import type { PassageSign, ShownGroup } from './transcript-marks.ts'

/** The codings of a source as they are drawn; another list only when codings, codes or coders changed. */
export function useShownGroups(source: Source, whose: WhoseCodings): readonly ShownGroup[] {
  const open = useOpenProject()
  const codings = useSelected(({ project }) => codingsOf(project, source.id))
  const codes = useSelected(({ project }) => project.tables.code)
  const coders = useSelected(({ project }) => project.tables.coder)
  const me = useSelected(({ coder }) => coder)
  return useMemo(
    () =>
      groupCodings(codings, source.content, whose, me).map((group) => ({
        ...group,
        name: codes.get(group.code)?.name ?? 'A code that is gone',
        hue: Math.round(hueOf(codes, group.code) * 10) / 10,
        initials:
          coders.size > 1 ? group.codings.map((coding) => initialsOf(open.project, coding)).join(' ') : '',
        signs: signsOf(group.codings),
      })),
    [codings, codes, coders, me, source.content, whose, open],
  )
}

/** Who coded, in initials; the agreed layer is nobody's own. */
export function initialsOf(project: Project, coding: Coding): string {
  return coding.layer === 'agreed' ? 'agreed' : (project.tables.coder.get(coding.coder)?.initials ?? '?')
}

function signsOf(codings: readonly Coding[]): string {
  const star = codings.some((coding) => coding.star) ? '★' : ''
  const flag = codings.some((coding) => coding.flag) ? '⚑' : ''
  const no = codings.some((coding) => coding.stance === 'denies') ? '≠' : ''
  return star + flag + no
}

/** Passages of a source under a rule of their own or with a memo, and the stretch that was asked for. */
export function usePassageSigns(
  source: Source,
  asked: readonly [number, number] | undefined,
  length: number,
): readonly PassageSign[] {
  const restrictions = useSelected(({ project }) => project.tables.restriction)
  const memos = useSelected(({ project }) => project.tables.memo)
  const start = Math.min(asked?.[0] ?? 0, length)
  const end = Math.min(asked?.[1] ?? 0, length)
  return useMemo(() => {
    const signs: PassageSign[] = [{ kind: 'found', title: '', start, end }]
    for (const { content, consent, audience, ...rule } of restrictions.values()) {
      const title = consentWords[consent] + (audience ? ` (${audience})` : '')
      if (content === source.content)
        signs.push({ kind: 'restricted', title, start: rule.start, end: rule.end })
    }
    for (const { about, title } of memos.values()) {
      if (about.kind !== 'passage' || about.content !== source.content) continue
      signs.push({ kind: 'noted', title: `Memo: ${title}`, start: about.start, end: about.end })
    }
    return signs
  }, [restrictions, memos, source.content, start, end])
}
