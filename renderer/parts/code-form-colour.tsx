import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { readColour } from '../../shared/commands/change-code.ts'
import { codeColours, hueOfColour } from '../../shared/model/code-hue.ts'
import { TextField } from '../ui/field.tsx'
import { hueStyle } from './code-colour.ts'
import styles from './code-form.module.css'

const inherited = 'inherited'

/** The colour of a code: one of some hues, its parent's, or any as #RRGGBB. The screen shows its hue. */
export function ColourField({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (colour: string | undefined) => void
}) {
  const [written, setWritten] = useState<string | null>(null)
  const typed = written === null ? null : readColour(written)
  const keep = () => {
    if (typed) onChange(typed)
    else if (written?.trim() === '') onChange(undefined)
    setWritten(null)
  }
  return (
    <div className={styles.colours}>
      <span className={styles.label}>Colour</span>
      <RadioGroup
        aria-label="Colour"
        orientation="horizontal"
        className={styles.swatches ?? ''}
        value={value === undefined ? inherited : value.toUpperCase()}
        onChange={(colour) => onChange(colour === inherited ? undefined : colour)}
      >
        {codeColours.map(([colour, name]) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={name}
            className={styles.swatch ?? ''}
            style={hueStyle(hueOfColour(colour) ?? 0)}
          />
        ))}
        <Radio value={inherited} className={styles.inherit ?? ''}>
          as its parent
        </Radio>
      </RadioGroup>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the keyboard; leaving it or Enter keeps the colour. */}
      <div
        className={styles.hex}
        onBlur={keep}
        onKeyDown={(event) => (event.key === 'Enter' ? keep() : undefined)}
      >
        <TextField
          label="Any colour"
          hideLabel
          placeholder="#RRGGBB"
          value={written ?? value ?? ''}
          onChange={setWritten}
          problem={
            written !== null && written.trim() !== '' && !typed
              ? 'Write six digits, such as #3F8F4F.'
              : undefined
          }
        />
      </div>
    </div>
  )
}
