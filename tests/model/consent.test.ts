import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consentOf, passageConsent, stricter } from '../../shared/model/consent.ts'
import type { Consent } from '../../shared/model/entities.ts'
import { buildProject, type ProjectSpec, standInHash } from '../support/build-project.ts'

const consents: readonly Consent[] = ['quote', 'paraphrase', 'count', 'withdrawn']
const anyConsent = fc.constantFrom(...consents)

const interview: ProjectSpec = {
  audiences: ['public', 'funder'],
  participants: ['Noor', { name: 'Bram', consent: 'paraphrase' }],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['Noor', 'No grant covers the first year.'],
        ['Bram', 'We stopped asking.'],
      ],
    },
  ],
}

test('the stricter of two consents is one of them, whichever comes first, and never allows more than either', () => {
  fc.assert(
    fc.property(anyConsent, anyConsent, (a, b) => {
      expect(stricter(a, b)).toBe(stricter(b, a))
      expect(consents.indexOf(stricter(a, b))).toBe(Math.max(consents.indexOf(a), consents.indexOf(b)))
    }),
  )
})

test('one audience may be allowed more or less; without an audience the strictest holds', () => {
  const { participant } = buildProject({
    participants: [{ name: 'Noor', consent: 'paraphrase', consentFor: { funder: 'quote', public: 'count' } }],
  })
  const noor = participant('Noor')
  expect(consentOf(noor, 'funder')).toBe('quote')
  expect(consentOf(noor, 'public')).toBe('count')
  expect(consentOf(noor, 'colleagues')).toBe('paraphrase')
  expect(consentOf(noor)).toBe('count')
})

test('who withdrew is withdrawn for everyone, whatever was allowed to one audience before', () => {
  const { participant } = buildProject({
    participants: [{ name: 'Noor', consent: 'withdrawn', consentFor: { funder: 'quote' } }],
  })
  expect(consentOf(participant('Noor'), 'funder')).toBe('withdrawn')
  expect(consentOf(participant('Noor'))).toBe('withdrawn')
})

test('a passage of several people may be used as the strictest of them allows', () => {
  const { project, source, span, participant } = buildProject(interview)
  const passage = {
    ...span('Interview 1', 'first year'),
    source: source('Interview 1').id,
    content: source('Interview 1').content,
  }
  expect(passageConsent(project, passage, [participant('Noor')])).toBe('quote')
  expect(passageConsent(project, passage, [participant('Noor'), participant('Bram')])).toBe('paraphrase')
})

test('a restriction holds for what it touches and the audience it names, and never loosens', () => {
  const { project, source, span, participant } = buildProject({
    ...interview,
    restrictions: [
      { source: 'Interview 1', quote: 'first year', consent: 'count', audience: 'public' },
      { source: 'Interview 1', quote: 'We stopped', consent: 'quote' },
    ],
  })
  const { id, content } = source('Interview 1')
  const on = (quote: string) => ({ ...span('Interview 1', quote), source: id, content })
  const noor = [participant('Noor')]
  expect(passageConsent(project, on('the first'), noor, 'public')).toBe('count')
  expect(passageConsent(project, on('the first'), noor, 'funder')).toBe('quote')
  expect(passageConsent(project, on('the first'), noor)).toBe('count')
  expect(passageConsent(project, on('No grant'), noor, 'public')).toBe('quote')
  expect(passageConsent(project, on('We stopped'), [participant('Bram')])).toBe('paraphrase')
})

test('a passage still counted in an older text of a source is held to the restrictions of its newer one', () => {
  const { project, source, span, participant } = buildProject({
    ...interview,
    restrictions: [{ source: 'Interview 1', quote: 'first year', consent: 'withdrawn' }],
  })
  const passage = {
    ...span('Interview 1', 'No grant'),
    source: source('Interview 1').id,
    content: standInHash('before'),
  }
  expect(passageConsent(project, passage, [participant('Noor')])).toBe('withdrawn')
})
