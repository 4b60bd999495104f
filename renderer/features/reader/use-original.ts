import { useEffect, useState } from 'react'
import type { OriginalReading } from '../../../shared/importers/read-original.ts'
import type { OriginalFile } from '../../../shared/model/archive.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { readOriginalFile } from '../../workers/read-file-once.ts'

/** The file of a source on its way into the panel. */
export type OriginalState =
  /** The source came from no file. */
  | { readonly kind: 'none' }
  /** Its file is not in this copy of the project. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'read'; readonly file: OriginalFile; readonly reading: OriginalReading }

/** Reads a source's file again in a worker while `wanted`, and again when the source's text becomes another one. */
export function useOriginal(source: Source, text: string, wanted: boolean): OriginalState {
  const open = useOpenProject()
  const [state, setState] = useState<OriginalState>({ kind: 'reading' })
  const { name: called } = source
  const { hash, name, encoding } = source.original ?? {}
  useEffect(() => {
    if (!wanted) return
    if (hash === undefined) return setState({ kind: 'none' })
    let stop = () => {}
    let gone = false
    const read = async (): Promise<OriginalState> => {
      const file = await open.original(hash)
      if (!file) return { kind: 'missing' }
      if (gone) return { kind: 'reading' }
      const named = { ...file, name: name ?? file.name }
      const reading = readOriginalFile(named, { name: called, text }, encoding)
      stop = reading.end
      const answer = await reading.answer
      return answer.ok ? { kind: 'read', file: named, reading: answer } : { kind: 'unreadable', ...answer }
    }
    setState({ kind: 'reading' })
    void read().then((now) => {
      if (!gone) setState(now)
    })
    return () => {
      gone = true
      stop()
    }
  }, [open, hash, name, encoding, called, text, wanted])
  return state
}
