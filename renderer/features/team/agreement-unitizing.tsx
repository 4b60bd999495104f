import type { KeptValue, RoundResult } from '../../../shared/model/team-entities.ts'
import styles from './agreement.module.css'
import { coefficientText, numberIn, reasonIn } from './round-words.ts'

/** Coefficients that need no units: they weigh how long the passages are that coders marked alike. */
export function UnitizingFamily({ result: { unitizing } }: { readonly result: RoundResult }) {
  if (!unitizing) return null
  return (
    <section aria-label="Agreement on passages" className={styles.family}>
      <h3>Without units: where passages begin and end</h3>
      <p>
        The numbers above ask unit by unit. Krippendorff’s unitizing coefficients lay the sources that all
        coders read end to end and compare the marked stretches themselves, over all codes, by their length.
      </p>
      <dl>
        {members.map(({ key, sign, about }) => (
          <Member key={key} sign={sign} about={about} value={unitizing[key]} />
        ))}
      </dl>
    </section>
  )
}

function Member({
  sign,
  about,
  value,
}: {
  readonly sign: string
  readonly about: string
  readonly value: KeptValue
}) {
  const number = numberIn(value)
  return (
    <div>
      <dt>
        {sign} <b>{number === null ? 'undefined' : coefficientText(number)}</b>
      </dt>
      <dd>
        {about}
        {number === null ? ` ${reasonIn(value) ?? ''}` : ''}
      </dd>
    </div>
  )
}

const members = [
  {
    key: 'uAlphaBinary',
    sign: '|uα',
    about: 'Do they agree on which stretches matter at all, whatever the code?',
  },
  { key: 'cuAlpha', sign: 'cuα', about: 'Where they marked the same stretch, do they agree on the code?' },
  { key: 'uAlpha', sign: 'uα', about: 'Both together, unmarked text included.' },
] as const satisfies readonly {
  key: keyof NonNullable<RoundResult['unitizing']>
  sign: string
  about: string
}[]
