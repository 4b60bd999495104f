import { useEffect, useMemo, useRef, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { codeTree } from '../../../shared/analysis/code-tree.ts'
import { applyEdits } from '../../../shared/change/apply-change.ts'
import type { Gesture } from '../../../shared/change/change.ts'
import { codeHits } from '../../../shared/commands/code-hits.ts'
import { createCode } from '../../../shared/commands/create-code.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { type Project, turnsOf } from '../../../shared/model/project.ts'
import type { SearchWish } from '../../../shared/search/read-query.ts'
import type { Voices } from '../../../shared/search/stretches.ts'
import { type Reach, widenHit } from '../../../shared/search/widen-hit.ts'
import { counted } from '../../../shared/text/counted.ts'
import { CodePalette } from '../../parts/code-palette.tsx'
import { useCodeRights } from '../../parts/code-rights.ts'
import { ExcerptFilters } from '../../parts/excerpt-filters.tsx'
import { noFilter } from '../../parts/excerpt-filters-rules.ts'
import { hrefTo } from '../../parts/places.ts'
import { isSearchKey } from '../../parts/search-keys.ts'
import { undoLast } from '../../parts/undo.ts'
import { keysOf } from '../../project/keyring.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { SearchHits } from './search-hits.tsx'
import styles from './search-screen.module.css'
import { type SearchAsked, type SearchResult, sourcesFound, useSearch } from './use-search.ts'

const plain: Omit<SearchWish, 'query'> = { regex: false, wholeWord: false, matchCase: false, accents: false }

/** Finds words in all texts and tags what was found. */
export function SearchScreen({ query: given = '' }: { readonly query: string | undefined }) {
  const open = useOpenProject()
  const project = useProject()
  const [query, setQuery] = useState(given)
  const [how, setHow] = useState(plain)
  const [voices, setVoices] = useState<Voices>('participants')
  const [filter, setFilter] = useState(noFilter)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const asked = useMemo<SearchAsked>(
    () => ({ wish: { ...how, query }, voices, filter }),
    [how, query, voices, filter],
  )
  const [result, stop] = useSearch(project, asked)
  // The address follows what is typed; going back to another search brings its words.
  useEffect(() => setQuery(given), [given])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question makes the selection meaningless.
  useEffect(() => setSelected(new Set()), [asked])
  useEffect(() => {
    const timer = setTimeout(() => {
      // Browsers keep addresses: of a locked project, the words searched for are not among them.
      const told = query && !keysOf(open.id) ? { query } : {}
      if (location.hash.includes('/search'))
        history.replaceState(null, '', hrefTo(open.id, { kind: 'search', ...told }))
    }, 600)
    return () => clearTimeout(timer)
  }, [open, query])
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isSearchKey(event)) field.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const marks = <K extends keyof typeof plain>(field: K, label: string) => (
    <Checkbox isSelected={how[field]} onChange={(on) => setHow({ ...how, [field]: on })}>
      {label}
    </Checkbox>
  )
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>Search</h1>
        <SearchField
          aria-label="Search everything"
          value={query}
          onChange={setQuery}
          autoFocus
          className={styles.field ?? ''}
        >
          <Input
            ref={field}
            className={styles.input ?? ''}
            placeholder={
              how.regex ? 'A regular expression' : 'Words, “a phrase”, begin*, this OR that, -without'
            }
          />
        </SearchField>
        <div className={styles.how}>
          {marks('wholeWord', 'Whole words')}
          {marks('matchCase', 'Match case')}
          {marks('accents', 'Accents matter')}
          {marks('regex', 'Regular expression')}
          <span className={styles.grow} />
          <Select label="Whose words" hideLabel value={voices} options={whose} onChange={setVoices} />
          <ExcerptFilters
            project={project}
            filter={filter}
            onChange={setFilter}
            words={false}
            only={['where']}
          />
        </div>
        <Told result={result} query={query} onStop={stop} />
      </header>
      {result.found.length > 0 ? (
        <>
          <SearchHits
            project={project}
            texts={open.text}
            found={result.found}
            selected={selected}
            onSelect={setSelected}
          />
          <CodeWhatWasFound
            project={project}
            result={result}
            selected={selected}
            onDone={() => setSelected(new Set())}
          />
        </>
      ) : query.trim() === '' ? (
        <EmptyState title="Find what people say">
          Search looks through every transcript at once. Names before turns are not searched. Open a hit with
          Enter, select with x, and code what you found in one go.
        </EmptyState>
      ) : null}
    </div>
  )
}

const whose = [
  { key: 'participants', label: 'Participants’ words' },
  { key: 'everyone', label: 'Everyone’s words' },
] as const satisfies readonly { key: Voices; label: string }[]

function Told({
  result,
  query,
  onStop,
}: {
  readonly result: SearchResult
  readonly query: string
  readonly onStop: () => void
}) {
  const { state, problem, found, hits, looked, of } = result
  const isWrong = problem !== null || state === 'too long'
  const numbers = `${counted(hits, 'hit')} in ${sourcesFound(found).size} of ${counted(of, 'source')}`
  const told = {
    idle: problem ?? '',
    searching: `${numbers}; ${looked} looked through`,
    done: hits === 0 && query.trim() !== '' ? `Nothing found in ${counted(of, 'source')}.` : numbers,
    stopped: `${numbers}; stopped after ${looked}`,
    'too many': `More than ${hits.toLocaleString('en')} hits in the first ${looked} of ${of} sources: narrow the search.`,
    'too long':
      'This expression tries too much on one source, so the search was ended after 4 seconds. Repeats inside repeats, such as (a+)+, are the usual reason.',
  }[state]
  return (
    <p className={isWrong ? styles.wrong : styles.told}>
      <span role={isWrong ? 'alert' : 'status'}>{told}</span>
      {state === 'searching' ? (
        <Button look="quiet" onPress={onStop}>
          Stop
        </Button>
      ) : null}
    </p>
  )
}

/** Codes the hits selected, else all of them: one change, one undo. */
function CodeWhatWasFound({
  project,
  result,
  selected,
  onDone,
}: {
  readonly project: Project
  readonly result: SearchResult
  readonly selected: ReadonlySet<string>
  readonly onDone: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [reach, setReach] = useState<Reach>('sentence')
  const [isChoosing, setChoosing] = useState(false)
  const { decides } = useCodeRights()
  const codes = project.tables.code
  const tree = useMemo(() => codeTree({ tables: { code: codes } }), [codes])
  const count = selected.size > 0 ? selected.size : result.hits
  const finish = async (gesture: Gesture | null) => {
    setChoosing(false)
    if (!gesture) return say({ kind: 'done', text: 'All of these passages have that code already.' })
    if (!(await commit(gesture)).ok) return
    onDone()
    say({ kind: 'done', text: gesture.label, action: { label: 'Undo', run: () => void undoLast(open) } })
  }
  const code = (id: CodeId, at = open.project, first: Gesture['edits'] = []) => {
    const gesture = codeHits(at, placesOf(at, open.text, result, selected, reach), id, open.making)
    return gesture && { label: gesture.label, edits: [...first, ...gesture.edits] }
  }
  const createAndCode = (name: string) => {
    const made = createCode(open.project, { name }, open.making)
    const applied = made && applyEdits(open.project, made.gesture.edits)
    if (made && applied?.ok) void finish(code(made.code, applied.project, made.gesture.edits))
  }
  return (
    <footer className={styles.bar}>
      <span role="status" className={styles.meant}>
        {selected.size > 0
          ? `${selected.size} of ${result.hits.toLocaleString('en')} hits selected`
          : `All ${result.hits.toLocaleString('en')} hits`}
      </span>
      <Select label="What to code" hideLabel value={reach} options={reaches} onChange={setReach} />
      <Button look="do" onPress={() => setChoosing(true)} isDisabled={result.state === 'searching'}>
        {`Code ${counted(count, 'hit')}…`}
      </Button>
      {selected.size > 0 ? (
        <Button look="quiet" onPress={onDone}>
          Clear selection
        </Button>
      ) : null}
      {isChoosing ? (
        <CodePalette
          tree={tree}
          title={`Code ${counted(count, 'hit')}`}
          several={false}
          onApply={([first]) => first && void finish(code(first))}
          onCreate={decides ? createAndCode : undefined}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </footer>
  )
}

const reaches = [
  { key: 'hit', label: 'The words found' },
  { key: 'sentence', label: 'The sentence' },
  { key: 'turn', label: 'The whole turn' },
] as const satisfies readonly { key: Reach; label: string }[]

function placesOf(
  project: Project,
  texts: (hash: SearchResult['found'][number]['content']) => string | undefined,
  { found }: SearchResult,
  selected: ReadonlySet<string>,
  reach: Reach,
) {
  return found.flatMap(({ source, content, hits }) => {
    const text = texts(content)
    const meant =
      selected.size === 0 ? hits : hits.filter((hit) => selected.has(`${source} ${hit.start}-${hit.end}`))
    if (text === undefined || meant.length === 0) return []
    const spans = meant.map((hit) => widenHit(text, turnsOf(project, source), hit, reach))
    const distinct = [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()]
    return [{ source, text, spans: distinct }]
  })
}
