import { useEffect, useMemo, useState } from 'react'
import { Link } from 'react-aria-components'
import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import { placesOfCode } from '../../../shared/analysis/agreement/places-of-code.ts'
import { type CodeId, type CoderId, readContentHash } from '../../../shared/model/ids.ts'
import type { Project, Texts } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './agreement.module.css'
import { placeKey } from './disagreement-rules.ts'

/** Places of a code: those all coders gave it, anybody did, one coder did, or one coder alone did. */
export type PlacesWhich = 'together' | 'anybody' | CoderId | `only ${string}`

/** Which places somebody asked to see. */
export interface PlacesWanted {
  readonly code: CodeId
  readonly name: string
  readonly which: PlacesWhich
}

/** The places behind a number of the table, each a link into its transcript. */
export function AgreementPlaces({
  wanted,
  wish,
  onClose,
}: {
  readonly wanted: PlacesWanted
  readonly wish: AgreementWish
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const project = useProject()
  const [which, setWhich] = useState(wanted.which)
  const [shown, setShown] = useState(manyPlaces)
  const all = useMemo(
    () => placesOfCode(project, open.text, wish, wanted.code),
    [project, open, wish, wanted.code],
  )
  const places = all.filter((place) => isMeant(place, which))
  const seen = places.slice(0, shown)
  const contents = [
    ...new Set(seen.flatMap(({ source }) => project.tables.source.get(source)?.content ?? [])),
  ]
  const missing = useSelected((each) => contents.filter((hash) => each.text(hash) === undefined).join(' '))
  useEffect(() => {
    const hashes = missing.split(' ').flatMap((hash) => readContentHash(hash) ?? [])
    if (hashes.length > 0) void open.loadTexts(hashes)
  }, [open, missing])
  return (
    <Dialog
      title={wanted.name}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <Button look="quiet" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.placesHead}>
        <Select
          label="Who gave it the code"
          value={which}
          options={choices(project, wish.coders)}
          onChange={(key) => {
            setWhich(key)
            setShown(manyPlaces)
          }}
        />
        <span role="status" className={styles.hint}>
          {places.length} of {counted(all.length, 'place')} where anybody used it now
        </span>
      </div>
      <ul className={styles.places} aria-label="Places">
        {seen.map((place) => (
          <li key={placeKey(place)}>
            <Link
              href={hrefTo(open.id, { kind: 'source', source: place.source, at: [place.start, place.end] })}
              onPress={onClose}
            >
              {project.tables.source.get(place.source)?.name ?? 'A source'}
            </Link>
            <small>{who(project, place)}</small>
            <p dir="auto">{wordsAt(project, open.text, place)}</p>
          </li>
        ))}
      </ul>
      {places.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + manyPlaces)}>{`Show more of ${places.length}`}</Button>
        </div>
      ) : null}
    </Dialog>
  )
}

/** Drawn at once. */
const manyPlaces = 60

function isMeant({ by, notBy }: CoderDisagreement, which: PlacesWhich): boolean {
  if (which === 'anybody') return true
  if (which === 'together') return notBy.length === 0
  if (which.startsWith('only ')) return by.length === 1 && which === `only ${by[0] ?? ''}` && notBy.length > 0
  return by.some((coder) => coder === which)
}

function choices(project: Project, coders: readonly CoderId[]) {
  const name = (id: CoderId) => project.tables.coder.get(id)?.name ?? 'Somebody who is gone'
  const all: readonly { readonly key: PlacesWhich; readonly label: string }[] = [
    { key: 'anybody', label: 'Anybody' },
    { key: 'together', label: coders.length === 2 ? 'Both' : 'All who read it' },
    ...coders.map((id) => ({ key: id, label: name(id) })),
    ...coders.map((id) => ({ key: `only ${id}` as const, label: `Only ${name(id)}` })),
  ]
  return all
}

function who(project: Project, { by, notBy }: CoderDisagreement): string {
  const initials = (ids: readonly CoderId[]) =>
    ids.map((id) => project.tables.coder.get(id)?.initials ?? '?').join(' ')
  return notBy.length === 0 ? initials(by) : `${initials(by)}, not ${initials(notBy)}`
}

function wordsAt(project: Project, texts: Texts, { source, start, end }: CoderDisagreement): string {
  const content = project.tables.source.get(source)?.content
  const text = content && texts(content)
  if (!text) return '…'
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return words.length > longest ? `${words.slice(0, words.lastIndexOf(' ', longest))} …` : words
}

/** Words of a place that are shown, in characters. */
const longest = 280
