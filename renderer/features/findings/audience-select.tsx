import { inquiryOf } from '../../../shared/model/project.ts'
import { useSelected } from '../../project/project-context.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './dialogs.module.css'

const anyReader = '(any reader)'

/** For whom a report is. Without an audience the strictest consent of everyone holds, since it may end anywhere. */
export function AudienceSelect({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (audience: string | undefined) => void
}) {
  const audiences = useSelected((open) => inquiryOf(open.project).audiences)
  const named = [...new Set([...(audiences ?? []), ...(value === undefined ? [] : [value])])]
  const options = [
    { key: anyReader, label: 'Any reader', hint: 'The strictest consent anyone gave holds.' },
    ...named.map((audience) => ({ key: audience, label: audience })),
  ]
  return (
    <div>
      <Select
        label="For whom"
        options={options}
        value={value ?? anyReader}
        onChange={(key) => onChange(key === anyReader ? undefined : key)}
      />
      <p className={styles.hint}>
        Consent is read for this audience: words that may not be shown to it are left out.
      </p>
    </div>
  )
}
