import type { CodeField } from './codebook-reading.ts'

/** What a column of a codebook's table can hold. */
export type ColumnRole = CodeField | 'path' | 'parent' | 'parent id' | 'level' | 'id' | 'count'

/** The columns of a codebook's table by what they hold, from 0. */
export interface CodebookColumns {
  readonly at: ReadonlyMap<ColumnRole, number>
  /** Columns that together are an outline: theme, code, subcode. */
  readonly outline: readonly number[]
  /** Columns that have no place in a codebook. */
  readonly leftOut: readonly number[]
}

/** Reads headings; null where none of them names codes. */
export function codebookColumns(headings: readonly string[]): CodebookColumns | null {
  const plain = headings.map(plainHeading)
  const outline = outlineOf(plain)
  const at = new Map<ColumnRole, number>()
  for (const [role, words] of roles) {
    const column = words.map((word) => freeColumn(plain, word, at)).find((found) => found !== undefined)
    if (column !== undefined && !(outline.includes(column) && role !== 'name')) at.set(role, column)
  }
  const parent = at.get('parent')
  if (!at.has('name') && !at.has('path') && outline.length === 0) {
    // A table of themes alone has nothing above them.
    if (parent === undefined || !/^(?:theme|category|code group)$/.test(plain[parent] ?? '')) return null
    at.delete('parent')
    at.set('name', parent)
  }
  const used = new Set([...at.values(), ...outline])
  const leftOut = headings.flatMap((heading, i) => (used.has(i) || heading.trim() === '' ? [] : [i]))
  return { at, outline, leftOut }
}

/** Whether a heading is one that codebooks have. */
export function isCodebookHeading(heading: string): boolean {
  const plain = plainHeading(heading)
  return levelOf(plain) !== null || roles.some(([, words]) => words.includes(plain))
}

/** "Code_Name", "codeName" and "Code name:" are one. */
function plainHeading(heading: string): string {
  return heading
    .replace(/([\p{Ll}])([\p{Lu}])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[_\s.:*-]+/g, ' ')
    .replace(/\s*\(.*\)$/, '')
    .trim()
}

function freeColumn(
  headings: readonly string[],
  word: string,
  taken: ReadonlyMap<ColumnRole, number>,
): number | undefined {
  const used = [...taken.values()]
  const found = headings.findIndex((heading, i) => heading === word && !used.includes(i))
  return found < 0 ? undefined : found
}

/** "Level 1", "Level 2"; or "Code" with "Subcode", "Sub-subcode". */
function outlineOf(headings: readonly string[]): readonly number[] {
  const levels = headings.flatMap((heading, i) => {
    const level = levelOf(heading)
    return level === null ? [] : [{ i, level }]
  })
  const [first] = levels
  if (first === undefined) return []
  const sorted = levels.toSorted((a, b) => a.level - b.level)
  if (/\d$/.test(headings[first.i] ?? '')) return sorted.map(({ i }) => i)
  const noun = (headings[first.i] ?? '').replace(/^(?:sub ?)+/, '').replace(/s$/, '')
  const top = headings.findIndex((heading) => heading.replace(/s$/, '') === noun)
  const name = headings.findIndex((heading) => heading === 'code' || heading === 'name')
  const above = top >= 0 ? top : name
  return above >= 0 ? [above, ...sorted.map(({ i }) => i)] : sorted.map(({ i }) => i)
}

function levelOf(heading: string): number | null {
  const counted = /^(?:code )?(?:level|lvl|ebene|niveau|nivel|tier)\s?(\d)$/.exec(heading)?.[1]
  if (counted !== undefined) return Number(counted)
  const below = /^((?:sub ?)+)(?:code|theme|category|categorie|tag|topic|node)s?$/.exec(heading)?.[1]
  return below === undefined ? null : (below.match(/sub/g) ?? []).length
}

/** Words for each kind of column, the surest first; what is found first is not looked for again. */
const roles: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['id', ['id', 'guid', 'uuid', 'code id', 'cid', 'identifier']],
  ['parent id', ['parent id', 'parent guid', 'parentid', 'parent code id', 'supercid', 'catid']],
  ['path', ['path', 'code path', 'full path', 'full name', 'hierarchy', 'hierarchical name']],
  [
    'parent',
    [
      'parent',
      'parent code',
      'parent name',
      'parent category',
      'broader',
      'code group',
      'category',
      'theme',
      'group',
      'kategorie',
      'catégorie',
      'categoría',
      'categorie',
    ],
  ],
  [
    'name',
    [
      'code name',
      'tag name',
      'codename',
      'name',
      'code',
      'tag',
      'label',
      'title',
      'codes',
      'tags',
      'node',
      'concept',
      'subcode',
      'kode',
      'bezeichnung',
      'nom',
      'nombre',
      'naam',
      'código',
      'codigo',
    ],
  ],
  [
    'definition',
    [
      'definition',
      'description',
      'code definition',
      'code description',
      'tag description',
      'meaning',
      'memo',
      'comment',
      'notes',
      'note',
      'beschreibung',
      'définition',
      'définitions',
      'descripción',
      'definición',
      'omschrijving',
      'definitie',
    ],
  ],
  [
    'include',
    [
      'include',
      'inclusion',
      'inclusion criteria',
      'when to use',
      'use when',
      'when to use it',
      'inclusion criterion',
      'includes',
    ],
  ],
  [
    'exclude',
    [
      'exclude',
      'exclusion',
      'exclusion criteria',
      'when not to use',
      'not when',
      'when not to use it',
      'do not use',
      'exclusion criterion',
      'excludes',
    ],
  ],
  [
    'example',
    ['example', 'examples', 'example quote', 'anchor example', 'ankerbeispiel', 'exemple', 'ejemplo'],
  ],
  ['colour', ['colour', 'color', 'code colour', 'code color', 'farbe', 'couleur']],
  ['codable', ['codable', 'is codable', 'iscodable']],
  ['from', ['from', 'origin', 'reference', 'where it comes from', 'source']],
  ['key', ['key']],
  ['aliases', ['also called', 'aliases', 'other names', 'synonyms', 'alias']],
  ['section', ['section']],
  ['level', ['level', 'depth', 'indent', 'ebene', 'niveau']],
  [
    'count',
    [
      'number of highlights',
      'highlights',
      'count',
      'frequency',
      'codings',
      'uses',
      'grounded',
      'references',
      'coded segments',
      'number of codings',
    ],
  ],
]
