import { consentOf } from '../../../shared/model/consent.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { fewestForWords, ladder } from '../../../shared/report/quantity-words.ts'
import styles from './findings.module.css'
import type { ReportReading } from './use-report-reading.ts'

/** What the numbers of the report mean: which codings, of how many, in which words, and what was withheld. */
export function HowItCounts({ reading }: { readonly reading: ReportReading }) {
  const { document, tally, report, project } = reading
  const { counted, counts, sessions } = tally.denominator
  const silent = inquiryOf(project).approach === 'reflexive' && report.counts !== true
  const steps = ladder.filter(({ word }) => word !== 'one' && word !== 'none')
  return (
    <section>
      <h2>How it counts</h2>
      <dl className={styles.facts}>
        <dt>Layer</dt>
        <dd>{document.layer}</dd>
        <dt>N</dt>
        <dd>
          {counted.length} {counts === 'interviewed' ? 'interviewed' : 'met in sessions'}
          {sessions.length > 0 && counts === 'interviewed'
            ? `; ${sessions.length} group ${sessions.length === 1 ? 'session' : 'sessions'} apart`
            : ''}
        </dd>
        <dt>Words</dt>
        <dd>
          {silent
            ? 'Reflexive: no counts'
            : counted.length < fewestForWords
              ? `Only numbers: fewer than ${fewestForWords} participants`
              : null}
          {!silent && counted.length >= fewestForWords ? (
            <details>
              <summary>A stated ladder</summary>
              {steps.map(({ word, means }) => (
                <p key={word}>
                  <b>{word}</b>: {means}
                </p>
              ))}
            </details>
          ) : null}
        </dd>
        <dt>Withheld</dt>
        <dd>{withheld(reading)}</dd>
      </dl>
    </section>
  )
}

function withheld({ project, report }: ReportReading): string {
  const consents = [...project.tables.participant.values()].map((each) => consentOf(each, report.audience))
  const count = (consent: string) => consents.filter((each) => each === consent).length
  const rules = [...project.tables.restriction.values()].filter(
    (rule) =>
      rule.consent !== 'quote' &&
      (report.audience === undefined || rule.audience === undefined || rule.audience === report.audience),
  ).length
  const parts = [
    [count('paraphrase'), 'paraphrase only'],
    [count('count'), 'counted only'],
    [count('withdrawn'), 'withdrawn'],
    [rules, rules === 1 ? 'restricted passage' : 'restricted passages'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return told.length > 0 ? told.join(', ') : 'nothing'
}
