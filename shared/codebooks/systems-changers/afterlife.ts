import type { StarterCode } from '../starter-codebook.ts'

/** What became of the programme. */
export const afterlife: readonly StarterCode[] = [
  {
    id: '2aa1996a-29c3-45b8-8493-5cfe903d5234',
    key: 'sc.afterlife',
    parent: null,
    name: 'What lives on',
    definition: 'Groups what became of the programme and where its capabilities and aims went.',
    include: 'Look here for what continued after the programme as such had ended.',
    exclude: 'Gains of single persons belong under “What people try and gain”.',
    example:
      'It’s over and it isn’t. There’s no course any more, but I keep meeting it, in other people’s ' +
      'meetings.',
    from: 'Systems Changers programme review, Afterlife',
    aliases: [],
    tier: 'branch',
    colour: '#8B5BA8',
    section: 'next',
  },
  {
    id: 'fc9f5d0d-3b72-476c-ac85-0fb127845b92',
    key: 'sc.dispersal',
    parent: 'sc.afterlife',
    name: 'Dispersed into other work',
    definition: 'Instead of hardening into one owned course, its aims and parts spread into other work.',
    include: 'Elements are found or placed elsewhere after the programme.',
    exclude: 'Closing down; losing sight of the essential while it ran is “The core blurred”.',
    example:
      'The check-in went to the grants team, the walking went to Glasgow, and the maps, I think the ' +
      'finance lot have the maps.',
    from: 'Systems Changers programme review, Afterlife',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
  {
    id: '0fe96079-1e1e-4ea5-a435-252eab98a12b',
    key: 'sc.systems-muscle',
    parent: 'sc.afterlife',
    name: 'Systems muscle',
    definition: 'The ability to see and act on systems is exercised and carried into collaborations.',
    include: 'Such a capability is described as shared, trained or at work in a partnership.',
    exclude: 'What one person learned is “Skills and knowledge”.',
    example:
      'Now when the contract’s late, nobody shouts at the contract officer. Somebody goes, hang on, who’s ' +
      'waiting on her? It’s a reflex by now.',
    from: 'Systems Changers programme review, Afterlife',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
  {
    id: '2de4462e-f575-4cee-829e-4f0a1d96ecc8',
    key: 'sc.place-justice',
    parent: 'sc.afterlife',
    name: 'Local partnerships for justice',
    definition: 'Partners in one place act on their local system together for the sake of social justice.',
    include: 'A place-based partnership and a just aim come together in the passage.',
    exclude: 'Place as mere location; cohorts formed by place are “For whom and by whom”.',
    example:
      'In the harbour ward it’s the credit union, the school cook and us, and the aim’s plain enough, no ' +
      'kid’s mother gets a bailiff over dinner money.',
    from: 'Systems Changers programme review, Afterlife',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
]
