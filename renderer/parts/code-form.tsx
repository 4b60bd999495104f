import type { ReportSection } from '../../shared/codebooks/starter-codebook.ts'
import { type CodeFacts, changeCode } from '../../shared/commands/change-code.ts'
import type { Code } from '../../shared/model/entities.ts'
import { useCommit, useOpenProject } from '../project/project-context.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import styles from './code-form.module.css'
import { ColourField } from './code-form-colour.tsx'
import { WrittenField } from './code-form-field.tsx'

/** What a code is called, what it means and when to use it; every pause is kept as one change. */
export function CodeForm({
  code,
  isNaming,
  onNaming,
}: {
  readonly code: Code
  /** Whether its name is to be written now; `onNaming` is called once the cursor is there. */
  readonly isNaming: boolean
  readonly onNaming: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const change = (facts: CodeFacts) => {
    if (open.project.tables.code.has(code.id)) void commit(changeCode(open.project, code.id, facts))
  }
  return (
    <div className={styles.form}>
      <WrittenField
        label="Name"
        hideLabel
        look="title"
        oneLine
        value={code.name}
        onWrite={(name) => change({ name })}
        takesKeyboard={isNaming}
        onTaken={onNaming}
      />
      <WrittenField
        label="Definition"
        placeholder="What it means, in a sentence"
        value={code.definition ?? ''}
        onWrite={(definition) => change({ definition })}
      />
      <WrittenField
        label="Use when"
        placeholder="What belongs here"
        value={code.include ?? ''}
        onWrite={(include) => change({ include })}
      />
      <WrittenField
        label="Not when"
        placeholder="What belongs elsewhere, and where"
        value={code.exclude ?? ''}
        onWrite={(exclude) => change({ exclude })}
      />
      <WrittenField
        label="Example"
        look="reading"
        placeholder="A sentence that shows it"
        value={code.example ?? ''}
        onWrite={(example) => change({ example })}
      />
      <ColourField value={code.colour} onChange={(colour) => change({ colour })} />
      <Checkbox isSelected={code.codable === false} onChange={(groups) => change({ codable: !groups })}>
        Only groups other codes
      </Checkbox>
      <Select
        label="Section of a report it feeds"
        value={code.section ?? none}
        options={sections}
        onChange={(section) => change({ section: section === none ? undefined : section })}
      />
      <WrittenField
        label="Other names"
        placeholder="Separated by semicolons"
        value={(code.aliases ?? []).join('; ')}
        onWrite={(names) => change({ aliases: names.split(/[;\n]/) })}
      />
      <WrittenField
        label="Where it comes from"
        placeholder="A reading, a framework, these interviews"
        value={code.from ?? ''}
        onWrite={(from) => change({ from })}
      />
    </div>
  )
}

const none = 'none'

const sectionNames = {
  'why-now': 'Why now',
  meaning: 'What it means',
  practice: 'What it looks like',
  method: 'Methods',
  strategy: 'Strategies',
  potential: 'Potential',
  barrier: 'Barriers',
  pattern: 'Patterns and insights',
  caution: 'Cautions',
  next: 'What next',
  'does-not-fit': 'What does not fit',
} as const satisfies Record<ReportSection, string>

const sections: readonly { readonly key: string; readonly label: string }[] = [
  { key: none, label: 'None' },
  ...Object.entries(sectionNames).map(([key, label]) => ({ key, label })),
]
