import type { ReactNode } from 'react'
import type { CoderId } from '../../../shared/model/ids.ts'
import type { KeptAgreement, KeptValue } from '../../../shared/model/team-entities.ts'
import styles from './agreement.module.css'
import type { PlacesWhich } from './agreement-places.tsx'
import { kappaReading, readingOf, type shownCoefficients } from './agreement-table-rules.ts'
import { coefficientText, intervalText, percentText } from './round-words.ts'

/** One line of the table: a code, or all of them. Its counts are ways to their places where `onPlaces` is given. */
export function AgreementRow({
  name,
  agreed,
  rare = false,
  columns,
  reasons,
  coders = [],
  onPlaces,
}: {
  readonly name: string
  readonly agreed: KeptAgreement
  readonly rare?: boolean
  readonly columns: readonly (typeof shownCoefficients)[number][]
  /** Why something is undefined, numbered from 1. */
  readonly reasons: readonly string[]
  readonly coders?: readonly CoderId[]
  readonly onPlaces?: (which: PlacesWhich) => void
}) {
  const { byCoder, together, anybody, of, codings } = agreed
  const count = (number: number, which: PlacesWhich | undefined, about: string) => (
    <Count
      number={number}
      about={`${name}: ${about}`}
      onPress={onPlaces && which && number > 0 ? () => onPlaces(which) : undefined}
    />
  )
  const hasAlpha = columns.some(({ key }) => key === 'krippendorffAlpha')
  return (
    <tr className={onPlaces ? undefined : styles.whole} data-rare={rare || undefined}>
      <th scope="row">{name}</th>
      {byCoder.map((number, i) => (
        <td key={coders[i] ?? i} className={styles.number}>
          {count(number, coders[i], 'places this coder gave it')}
        </td>
      ))}
      <td className={styles.number}>{count(together, 'together', 'places all gave it')}</td>
      <td className={styles.number}>{count(anybody, 'anybody', 'places anybody gave it')}</td>
      <td className={styles.number}>{of.toLocaleString('en')}</td>
      {columns.map(({ key }) => (
        <td key={key} className={styles.number}>
          <Value
            reading={key === 'cohenKappa' && !rare ? kappaReading(agreed[key]) : undefined}
            value={agreed[key]}
            isShare={key === 'percentAgreement'}
            reasons={reasons}
            isUsed={codings > 0}
          />
        </td>
      ))}
      {hasAlpha ? <td className={styles.number}>{intervalText(agreed) || '–'}</td> : null}
      <td>
        <span className={rare ? styles.rare : undefined}>{readingOf({ ...agreed, rare })}</span>
      </td>
    </tr>
  )
}

function Count({
  number,
  about,
  onPress,
}: {
  readonly number: number
  readonly about: string
  readonly onPress: (() => void) | undefined
}): ReactNode {
  const text = number.toLocaleString('en')
  if (!onPress) return text
  return (
    <button type="button" className={styles.count} aria-label={`${text}. ${about}`} onClick={onPress}>
      {text}
    </button>
  )
}

function Value({
  reading,
  value,
  isShare,
  reasons,
  isUsed,
}: {
  /** The number in words, where that is not a column of its own. */
  readonly reading: string | undefined
  readonly value: KeptValue
  readonly isShare: boolean
  readonly reasons: readonly string[]
  readonly isUsed: boolean
}): ReactNode {
  if (typeof value === 'number') {
    const text = isShare ? percentText(value) : coefficientText(value)
    return reading ? <span title={reading}>{text}</span> : text
  }
  if (!isUsed) return '–'
  return (
    <span className={styles.undefined} title={value.undefined}>
      undefined<sup>{reasons.indexOf(value.undefined) + 1}</sup>
    </span>
  )
}
