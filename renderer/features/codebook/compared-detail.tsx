import type {
  CodebookComparison,
  CodeDifference,
  ComparedCode,
} from '../../../shared/exchange/code-differences.ts'
import { fieldText } from '../../../shared/exchange/code-values.ts'
import type { CodeField } from '../../../shared/exchange/codebook-reading.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { WordsBeside } from '../../parts/words-beside.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Scrolled } from '../../ui/scrolled.tsx'
import styles from './comparison.module.css'
import {
  type ComparedTo,
  differenceName,
  matchedWords,
  outcomeWord,
  takeWords,
  tiedWords,
  whoseWords,
} from './comparison-words.ts'

/** One code that was compared: everything that differs, here and there side by side, each to be ticked. */
export function ComparedDetail({
  code,
  comparison,
  to,
  ticks,
  isLocked,
  onTick,
}: {
  readonly code: ComparedCode
  readonly comparison: CodebookComparison
  readonly to: ComparedTo
  readonly ticks: ReadonlySet<string>
  readonly isLocked: boolean
  readonly onTick: (which: readonly string[], on: boolean) => void
}) {
  const { path, outcome, differences, matchedBy } = code
  const name = path.at(-1) ?? ''
  const tied = tiedWords(code)
  return (
    <Scrolled label={`Differences in ${name}`} className={styles.detail}>
      <header>
        {path.length > 1 ? <p className={styles.quiet}>{path.slice(0, -1).join(' › ')}</p> : null}
        <h3>{name}</h3>
        <p className={styles.quiet}>
          {[outcomeWord(outcome, to), tied].filter(Boolean).join(' · ')}
          {to === 'file' && matchedWords(matchedBy) ? `. ${matchedWords(matchedBy)}` : ''}
        </p>
      </header>
      {differences.length === 0 ? <Told code={code.mine ?? code.theirs} /> : null}
      {differences.map((each) => (
        <div key={each.tick} className={styles.difference}>
          {isLocked ? (
            <h4>{differenceName(each)}</h4>
          ) : (
            <Checkbox isSelected={ticks.has(each.tick)} onChange={(on) => onTick([each.tick], on)}>
              <b>{actOf(each, code, comparison, to)}</b>
              {whoseWords(each, to) ? <span className={styles.quiet}> {whoseWords(each, to)}</span> : null}
            </Checkbox>
          )}
          <Difference difference={each} code={code} to={to} />
        </div>
      ))}
    </Scrolled>
  )
}

/** What ticking a difference does. */
function actOf(
  difference: CodeDifference,
  code: ComparedCode,
  { codes }: CodebookComparison,
  to: ComparedTo,
): string {
  const { what } = difference
  if (what === 'made') return to === 'file' ? 'Add this code' : 'Bring this code back'
  if (what === 'deleted')
    return tiedWords(code) ? `Delete it here with its ${tiedWords(code)}` : 'Delete it here'
  if (what === 'merged') {
    const kept = codes.find(({ id }) => id === code.into)?.path.at(-1) ?? 'the other'
    return `Merge it into “${kept}”`
  }
  return takeWords(difference, to)
}

function Difference({
  difference,
  code,
  to,
}: {
  readonly difference: CodeDifference
  readonly code: ComparedCode
  readonly to: ComparedTo
}) {
  const { what, mine, theirs, base, whose } = difference
  if (what === 'made') return <Told code={code.theirs} />
  if (what === 'deleted' || what === 'merged') return <p className={styles.quiet}>{fateOf(what, code, to)}</p>
  return (
    <>
      <WordsBeside
        before={mine}
        after={theirs}
        beforeLabel={to === 'file' ? 'Here' : 'Now'}
        afterLabel={to === 'file' ? 'In the file' : 'Then'}
      />
      {whose === 'both' && base !== undefined ? (
        <p className={styles.quiet}>Before: {base === '' ? 'nothing' : base}</p>
      ) : null}
    </>
  )
}

function fateOf(what: 'deleted' | 'merged', code: ComparedCode, to: ComparedTo): string {
  const tied = tiedWords(code)
  if (what === 'merged') {
    const goes = code.codings + code.memos === 1 ? 'goes' : 'go'
    const over = tied ? `Its ${tied} ${goes} over.` : 'Nothing is coded with it here.'
    return `In the file its name is another name of that code. ${over}`
  }
  const said = to === 'file' ? 'The file does not have this code.' : 'This code was not there then.'
  return `${said} ${tied ? `Its ${tied} would go with it` : 'Nothing is coded with it'}; codes below it move up.`
}

/** What a code says, as it would come or stands in both. */
function Told({ code }: { readonly code: Code | undefined }) {
  if (!code) return null
  const said = toldFields.flatMap(([field, label]) => {
    const text = fieldText(code, field)
    return text === '' ? [] : [{ label, text }]
  })
  if (said.length === 0) return <p className={styles.quiet}>It says nothing but its name.</p>
  return (
    <dl className={styles.told}>
      {said.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

const toldFields: readonly (readonly [CodeField, string])[] = [
  ['definition', 'Definition'],
  ['include', 'Use when'],
  ['exclude', 'Not when'],
  ['example', 'Example'],
  ['aliases', 'Other names'],
  ['from', 'Where it comes from'],
]
