import { coefficientNames } from '../../shared/analysis/agreement/all-coefficients.ts'
import type { AgreedCode, AgreementDocument, ProjectAgreementDocument } from '../../shared/cli.ts'
import { counted } from '../../shared/text/counted.ts'

/** Coefficients for a person to read: a line each, with the reason where there is no number. */
export function agreementText(document: AgreementDocument): string {
  const widest = Math.max(...coefficientNames.map((name) => names[name].length))
  return coefficientNames
    .map(
      (name) => `${names[name].padEnd(widest)}  ${written(document[name]) ?? document.undefined[name] ?? ''}`,
    )
    .join('\n')
}

/** A comparison for a person to read: what it rests on, a line for each code, then all codes together. */
export function projectAgreementText(document: ProjectAgreementDocument): string {
  const { coders, basis, codes, overall, rareBelow, readings } = document
  const used = codes.filter(({ codings }) => codings > 0)
  const head = ['Code', ...coders.map(({ initials }) => initials), 'together', 'α', '95 %', 'κ', 'agree', '']
  const rows = [...used, { code: 'All codes', ...overall }].map(rowOf)
  return [
    `Agreement of ${coders.map(({ name, initials }) => `${name} (${initials})`).join(' and ')}`,
    ...basis,
    '',
    ...inColumns([head, ...rows]),
    '',
    ...(used.length < codes.length
      ? [`Used by none of them: ${codes.length - used.length} of ${counted(codes.length, 'code')}.`]
      : []),
    `Too rare to judge: in fewer than ${rareBelow}. ${intervalWords(overall)}`,
    ...readings.map((each) => `${names[each.of]}: ${each.words} (${each.source}). ${each.caveat}`),
    '',
    agreementText(document),
  ].join('\n')
}

const names: Readonly<Record<(typeof coefficientNames)[number], string>> = {
  percentAgreement: 'Percent agreement',
  cohenKappa: 'Cohen’s κ',
  scottPi: 'Scott’s π',
  gwetAC1: 'Gwet’s AC1',
  brennanPrediger: 'Brennan and Prediger’s κ',
  fleissKappa: 'Fleiss’ κ',
  krippendorffAlpha: 'Krippendorff’s α',
  uAlpha: 'Krippendorff’s uα',
  uAlphaBinary: 'Krippendorff’s |uα',
  cuAlpha: 'Krippendorff’s cuα',
}

function rowOf(row: AgreedCode): readonly string[] {
  const { code, byCoder, together, of, interval, krippendorffAlpha, cohenKappa, percentAgreement, reading } =
    row
  return [
    code,
    ...byCoder.map(String),
    `${together} of ${of}`,
    written(krippendorffAlpha) ?? '–',
    interval ? `${written(interval.low)} to ${written(interval.high)}` : '–',
    written(cohenKappa) ?? '–',
    percentAgreement === null ? '–' : `${(100 * percentAgreement).toFixed(1)} %`,
    reading ?? row.undefined.krippendorffAlpha ?? '',
  ]
}

function intervalWords({ interval, noInterval }: Omit<AgreedCode, 'code'>): string {
  if (!interval) return noInterval ?? 'No intervals.'
  return `Intervals by drawing sources anew, ${interval.draws} times.`
}

function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)))
  const padded = (cell: string, c: number) =>
    c === 0 || c === widths.length - 1 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)
  return rows.map((row) => row.map(padded).join('  ').trimEnd())
}

function written(value: number | null): string | null {
  return value === null ? null : value.toFixed(3)
}
