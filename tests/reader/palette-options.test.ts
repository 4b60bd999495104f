import { expect, test } from 'vitest'
import { paletteOptions } from '../../renderer/parts/code-palette-options.ts'
import { codeTree } from '../../shared/analysis/code-tree.ts'
import { buildProject } from '../support/build-project.ts'

const named = (codes: readonly string[], query: string) =>
  paletteOptions(codeTree(buildProject({ codes }).project), [], true, query).map(
    (option) => `${option.kind} ${option.name}`,
  )

test('what is typed comes first, a new code after it, and "Does not fit" is always at hand, last', () => {
  expect(named(['Funding', 'Does not fit'], 'fund')).toEqual([
    'code Funding',
    'create fund',
    'code Does not fit',
  ])
  expect(named(['Funding'], 'fund')).toEqual(['code Funding', 'create fund', 'create Does not fit'])
  expect(named(['Funding', 'Does not fit'], 'does')).toEqual(['code Does not fit', 'create does'])
  expect(named([], '')).toEqual([])
})
