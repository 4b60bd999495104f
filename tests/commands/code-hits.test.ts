import { expect, test } from 'vitest'
import { codeHits } from '../../shared/commands/code-hits.ts'
import { markCodings, removeExcerpts } from '../../shared/commands/mark-codings.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { allCodings, codebookProject } from './codebook-project.ts'

test('what was found in several sources is coded as one change, and only once', () => {
  const { project, texts, code, coder, source, span } = codebookProject()
  const places = (['Interview 1', 'Interview 2'] as const).map((name) => ({
    source: source(name).id,
    text: texts(source(name).content) ?? '',
    spans: [span(name, name === 'Interview 1' ? 'grant' : 'Money')],
  }))
  const making = makingBy(coder('Ada').id)
  const end = expectChange(project, codeHits(project, places, code('Practice').id, making), (after) =>
    expect(allCodings(after).filter((coding) => coding.code === code('Practice').id)).toHaveLength(2),
  )
  expect(codeHits(end, places, code('Practice').id, making)).toBeNull()
})

test('several excerpts are starred at once; those that are starred already stay as they are', () => {
  const { project, codings } = codebookProject()
  const gesture = markCodings(project, codings, { star: true })
  expect(gesture?.label).toBe('Star 5 passages')
  expectChange(project, gesture, (end) => expect(allCodings(end).every((coding) => coding.star)).toBe(true))
})

test('stances are stated and cleared for many at once', () => {
  const { project, codings } = codebookProject()
  const stated = expectChange(project, markCodings(project, codings, { stance: 'mixed' }))
  expectChange(stated, markCodings(stated, allCodings(stated), { stance: undefined }), (end) =>
    expect(allCodings(end).some((coding) => 'stance' in coding)).toBe(false),
  )
})

test('excerpts of any sources are removed as one change', () => {
  const { project, codings } = codebookProject()
  expectChange(project, removeExcerpts(project, codings), (end) => expect(allCodings(end)).toEqual([]))
  expect(removeExcerpts(project, [])).toBeNull()
})
