import type { StarterCode } from '../starter-codebook.ts'

/** Kinds of network, and what feeds them. */
export const kinds: readonly StarterCode[] = [
  {
    id: 'c1d7844a-7d34-4991-8481-a1d837626856',
    key: 'net.kinds',
    parent: null,
    name: 'Kinds of network',
    definition:
      'Groups the kinds of network people take part in, from one place to networks among networks, and ' +
      'what feeds them.',
    include: 'Apply the kind that the passage describes, several where one is part of another.',
    exclude: 'Lessons about working together belong under “Working as a network”.',
    example:
      'How many networks am I in? Counting the seed swap? Because the seed swap’s the only one that ' +
      'answers emails.',
    from: 'Networks of networks',
    aliases: [],
    tier: 'branch',
    colour: '#3F9480',
    section: 'strategy',
  },
  {
    id: '2eb44860-1471-4d69-9876-ad1235eb3c21',
    key: 'net.local',
    parent: 'net.kinds',
    name: 'Local network',
    definition:
      'People and organisations in one locality are linked, often on one issue, and there they try things ' +
      'in small joint projects, help shape local plans and make loose acquaintance deliberate.',
    include:
      'A place-bound network, its experiments, its weight in local policy or the steps that made it ' +
      'intentional are described.',
    exclude:
      'One organisation with many local partners; the same issue across a country is “Network on one ' +
      'issue”.',
    example:
      'It’s just the valley, nineteen of us plus the vet. We did one thing, the shared oven, and then ' +
      'half the council’s food paragraph was suddenly, um, ours.',
    from: 'Networks of networks, Local networks; Transformative networks are multiscalar, Level 1',
    aliases: ['net.local-projects', 'net.local-policy', 'net.local-intentional', 'ms.l1-experiment'],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '980431a5-92d0-4ba3-a6fa-5ce7bb21cf61',
    key: 'net.focused',
    parent: 'net.kinds',
    name: 'Network on one issue',
    definition:
      'A larger network, often a national one, works on a single issue; it may help local networks to ' +
      'arise, and may call people to action in ways that leave them organising themselves.',
    include: 'An issue network is described, or how it seeds local ones or mobilises.',
    exclude:
      'A local group on that issue is “Local network”; several such networks joining is “Networks with ' +
      'other networks”.',
    example:
      'The allergy network posts us a kit, only a kit, and says, find two more mothers. So there’s eight ' +
      'of us in Bergen now and we hardly write to Oslo.',
    from: 'Networks of networks, Focused networks',
    aliases: ['net.focused-fosters-local', 'net.mobilise-self-organise'],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'da536184-883a-4ed2-9a49-a6eecd199b95',
    key: 'net.of-networks',
    parent: 'net.kinds',
    name: 'Networks with other networks',
    definition:
      'Networks deal with one another as networks: gathering numbers for a campaign, sometimes only until ' +
      'it is over, agreeing how to share who does what, exchanging lessons, or unsettling each other by ' +
      'being different.',
    include: 'A relation between networks, or its neglect, is described.',
    exclude:
      'One member in two networks is “Structure explains spread”; a standing network made of networks is ' +
      '“Meta-network and its guardians”.',
    example:
      'After the march we all went home and that was that. Whereas with the library people, we’re nothing ' +
      'alike, and they’ve, honestly, wrecked how I think about shelter.',
    from: 'Networks of networks, Networks with other networks',
    aliases: [
      'net.aggregated',
      'net.short-lived',
      'net.share-protocol',
      'net.different-focus',
      'net.learning-exchange',
    ],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '83ea0362-9fc3-4c68-9831-48f4a466546a',
    key: 'net.cross-sector',
    parent: 'net.kinds',
    name: 'Across sectors, agreeing in part',
    definition:
      'Networks or bodies from different sectors sit at one table and take up parts of the work together ' +
      'without having to agree on much.',
    include: 'Different sectors cooperate, or a subset joins on what serves it although disagreement stays.',
    exclude: 'Two firms in a deal; a shared view worked out is “Common ground across difference”.',
    example:
      'The sawmill and I agree on exactly one thing, and that’s culverts. So we do culverts. We’ve done, ' +
      'what, thirty culverts.',
    from: 'Networks of networks, Networks with other networks',
    aliases: ['net.partial-agreement'],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '61070085-840f-4eae-a2f7-640b58062f6d',
    key: 'net.innovation-fund',
    parent: 'net.kinds',
    name: 'Pooled money for joint work',
    definition:
      'Money is pooled or given so that ties and joint projects form: small grants with meetings and ' +
      'mutual help, and calls on funders to pay for links between networks.',
    include: 'A common fund, or a case for investing in connection, is described.',
    exclude:
      'A usual grant to one organisation; public support that takes over from donors is “Network for ' +
      'policy”.',
    example:
      'Eight hundred euros, and you could only get it if you applied with someone you’d never worked ' +
      'with. I’ve had bigger grants that did, well, less.',
    from:
      'Networks of networks, Focused networks and Conclusion; Transformative networks are multiscalar, ' +
      'Level 3',
    aliases: ['net.funder-invest', 'ms.l3-pooled-funds'],
    tier: 'open',
    section: 'strategy',
  },
]
