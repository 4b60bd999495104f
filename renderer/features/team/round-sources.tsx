import { useMemo } from 'react'
import { RadioGroup } from 'react-aria-components'
import { readInCommon, sourcesReadBy } from '../../../shared/analysis/agreement/read-in-common.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './agreement.module.css'
import { type RoundPart, Ticks } from './round-choices.tsx'
import { drawnSample } from './round-form.ts'

/** Which sources are compared: all, chosen ones, or a sample that is drawn here and kept. */
export function RoundSources({ project, form, onChange }: RoundPart) {
  const reading = useMemo(() => readInCommon(project), [project])
  const sources = useMemo(() => sourcesInOrder(project), [project])
  const common = sourcesReadBy(reading, [...form.coders], form.coders.size)
  const initials = (id: string) => project.tables.coder.get(id)?.initials ?? '?'
  return (
    <RadioGroup
      aria-label="Sources"
      value={form.sources}
      onChange={(key) => {
        const chosen = sourceChoices.find((each) => each === key)
        if (!chosen) return
        const start = chosen === 'chosen' && form.chosenSources.size === 0
        onChange({ sources: chosen, ...(start ? { chosenSources: new Set(common) } : {}) })
      }}
      className={styles.choices ?? ''}
    >
      <h3>Sources</h3>
      <Choice value="all" hint="Also those coded later: each comparison takes what there is then.">
        Every source that at least two of them coded
      </Choice>
      <Choice value="chosen">Chosen sources</Choice>
      {form.sources === 'chosen' ? (
        <>
          <Ticks
            label="Chosen sources"
            noun="source"
            options={sources.map(({ id, name }) => ({
              id,
              name,
              beside: (reading.bySource.get(id) ?? []).map(initials).join(' '),
            }))}
            chosen={form.chosenSources}
            onChange={(chosenSources) => onChange({ chosenSources })}
          />
          <p className={styles.hint}>
            {form.chosenSources.size} of {counted(sources.length, 'source')}. Initials say who coded what so
            far.
          </p>
        </>
      ) : null}
      <Choice
        value="drawn"
        hint="By chance, each source as likely as any other. The list is kept with the round."
      >
        A drawn sample
      </Choice>
      {form.sources === 'drawn' ? <Drawing project={project} form={form} onChange={onChange} /> : null}
    </RadioGroup>
  )
}

const sourceChoices = ['all', 'chosen', 'drawn'] as const

function Drawing({ project, form, onChange }: RoundPart) {
  const { from, count, drawn } = drawnSample(project, form)
  const all = project.tables.source.size
  const everybody = form.coders.size === 2 ? 'both' : `all ${form.coders.size}`
  return (
    <div className={styles.drawing}>
      <div className={styles.drawFields}>
        <TextField
          label="How many"
          inputMode="decimal"
          value={form.drawCount}
          onChange={(drawCount) => onChange({ drawCount, seed: null })}
        />
        <Select
          label="Counted in"
          value={form.drawIn}
          options={countedIn}
          onChange={(drawIn) => onChange({ drawIn, seed: null })}
        />
        <Select
          label="From"
          value={form.drawFrom}
          options={[
            { key: 'common', label: `Those ${everybody} coded` },
            { key: 'all', label: `All ${counted(all, 'source')}` },
          ]}
          onChange={(drawFrom) => onChange({ drawFrom, seed: null })}
        />
        <Button isDisabled={count === 0} onPress={() => onChange({ seed: freshSeed() })}>
          {form.seed === null ? 'Draw a sample' : 'Draw again'}
        </Button>
      </div>
      <p className={styles.hint} role="status">
        {form.seed === null
          ? `${count} of ${counted(from.length, 'source')} will be drawn.`
          : `Drawn: ${drawn.map((id) => project.tables.source.get(id)?.name ?? '').join('; ')}.`}
      </p>
    </div>
  )
}

const countedIn = [
  { key: 'percent', label: '% of the sources' },
  { key: 'sources', label: 'sources' },
] as const

function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
