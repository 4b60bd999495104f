import { useCallback, useSyncExternalStore } from 'react'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { TranslationPlace } from './shown-translation.ts'

/** Where a source's translation is read on this machine, and which one where there are several. */
export interface TranslationSetting {
  readonly place: TranslationPlace
  /** Its id; empty for the first. */
  readonly id: string
}

const listeners = new Set<() => void>()

/** The setting of a source, following every change of it. */
export function useTranslationSetting(source: SourceId): TranslationSetting {
  const written = useSyncExternalStore(
    useCallback((listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }, []),
    () => localStorage.getItem(key(source)) ?? '',
  )
  const [place = '', id = ''] = written.split(' ')
  return { place: places.find((each) => each === place) ?? 'off', id }
}

/** Reads a source's translation elsewhere, or another one. */
export function setTranslationSetting(source: SourceId, { place, id }: TranslationSetting): void {
  localStorage.setItem(key(source), `${place} ${id}`)
  for (const listener of listeners) listener()
}

const places: readonly TranslationPlace[] = ['off', 'under', 'beside']
const key = (source: SourceId) => `loam-translation-${source}`
