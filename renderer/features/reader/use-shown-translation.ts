import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import type { ContentHash } from '../../../shared/model/ids.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import type { Translation } from '../../../shared/model/source-entities.ts'
import { translationsOf, unitsOf } from '../../../shared/model/translations.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { type ShownTranslation, shownTranslation } from './shown-translation.ts'
import { useTranslationSetting } from './translation-setting.ts'

/** What the transcript shows of its source's translation now; null where there is none or it is switched off. */
export function useShownTranslation(source: Source, text: string): ShownTranslation | null {
  const open = useOpenProject()
  const { place } = useTranslationSetting(source.id)
  const translation = useChosenTranslation(source)
  const translated = useTextOf(place === 'off' ? undefined : translation?.content)
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  return useMemo(() => {
    if (place === 'off' || !translation || translated === undefined) return null
    const project = { ...open.project, turns: new Map([[source.id, turns]]) }
    return shownTranslation(translation, translated, unitsOf(project, source.id, text), place)
  }, [open, source.id, text, turns, translation, translated, place])
}

/** The translation that is read where a source has several: the chosen one, else the first. */
export function useChosenTranslation(source: Source): Translation | undefined {
  const open = useOpenProject()
  const { id } = useTranslationSetting(source.id)
  const table = useSelected(({ project }) => project.tables.translation)
  return useMemo(() => {
    const project = { ...open.project, tables: { ...open.project.tables, translation: table } }
    const all = translationsOf(project, source)
    return all.find((each) => each.id === id) ?? all[0]
  }, [open, table, source, id])
}

/** A text of the project, brought from the disk when it is first asked for; undefined until it is here. */
export function useTextOf(hash: ContentHash | undefined): string | undefined {
  const open = useOpenProject()
  useEffect(() => {
    if (hash) void open.loadTexts([hash])
  }, [open, hash])
  return useSyncExternalStore(open.subscribe, () => (hash ? open.text(hash) : undefined))
}
