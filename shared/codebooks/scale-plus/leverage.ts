import type { StarterCode } from '../starter-codebook.ts'

/** How people look at a system together and choose where to act. */
export const leverage: readonly StarterCode[] = [
  {
    id: '3f067587-900d-4b94-aebc-e117593f0530',
    key: 'scp.leverage',
    parent: null,
    name: 'Finding leverage together',
    definition:
      'Groups how people look at a system together and find the places where a little help sets much in ' +
      'motion.',
    include:
      'Look here when a passage is about convening, common aims, differences or the choice of where to ' +
      'act.',
    exclude:
      'What hinders belongs under “Barriers in the system”; what was then done, under “Instruments and ' +
      'plan”.',
    example:
      'For three days nobody was allowed to propose a project. It nearly killed the engineers, but, well, ' +
      'then we saw it.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'branch',
    colour: '#4F944F',
    section: 'strategy',
  },
  {
    id: 'a5aeb5c6-3be0-41bc-8581-de8c5ae714cb',
    key: 'scp.whole-system-room',
    parent: 'scp.leverage',
    name: 'The whole system in one room',
    definition:
      'Those with a stake in a system are brought together to work out pressing issues, shared aims and ' +
      'what stands against them.',
    include: 'A gathering across the entire system, or the wish for one, is described.',
    exclude:
      'A meeting of one sector; the bodies that carry on afterwards are “Who weighs, decides and ' +
      'carries”.',
    example:
      'The net makers, the bishop’s secretary, two from the navy and my mother, all on those tiny school ' +
      'chairs, for three days.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: '7c5cdc18-e578-451b-b4a9-1df77364213b',
    key: 'scp.common-goal',
    parent: 'scp.leverage',
    name: 'A goal already owned',
    definition: 'Stakeholders already hold an aim as theirs before outside help comes in.',
    include: 'A shared aim is named together with whose it is.',
    exclude: 'An aim brought by a donor or project is “Help decided beforehand”.',
    example:
      'We didn’t need a vision workshop. Everyone over forty wanted to hear the frogs again, it was, it ' +
      'was just there.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'c6efecd0-484e-4950-8e63-877dc18fae54',
    key: 'scp.relative-power',
    parent: 'scp.leverage',
    name: 'Different views, unequal power',
    definition:
      'People around the table see the system differently and do not have the same power or means to ' +
      'shift what blocks it.',
    include:
      'Differing views come to light, or somebody’s influence over a barrier is weighed against ' +
      'another’s.',
    exclude: 'A personal quarrel; having no voice outside the room is “No other livelihood, no voice”.',
    example:
      'To the port it’s a parking problem. To us it’s the beach. And the port has lawyers and we’ve got, ' +
      'let me think, a Facebook page.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: ['scp.perspective-difference'],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '804b4086-b773-424d-ad31-48a6585e519d',
    key: 'scp.leverage-point',
    parent: 'scp.leverage',
    name: 'Leverage point',
    definition: 'There is a place or gap in the system where support would set much else in motion.',
    include: 'The speaker points to such a place and says or shows why it matters to the whole.',
    exclude: 'Any planned activity; the measure then taken there is coded as the instrument.',
    example:
      'It turned out everything hung on the ice. If the women had ice by five they could wait for a fair ' +
      'price. Ice! Not one of us had said ice.',
    from: 'SCALE+ programme description, Providing technical assistance; Shifting a System',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: 'dd75fb74-9d25-4c6b-8258-5c98afbadde6',
    key: 'scp.system-demand',
    parent: 'scp.leverage',
    name: 'Help the system asks for',
    definition:
      'Assistance is shaped by what the system’s own people ask for, and on that account stands a better ' +
      'chance of being taken up widely.',
    include: 'Help follows demand, or its wide uptake is explained by that.',
    exclude: 'Help that was fixed first is “Help decided beforehand”; consumer demand for a product.',
    example:
      'They wanted a bookkeeper, not agronomists. So we sent a bookkeeper, slightly embarrassed, and the ' +
      'whole coast borrowed her.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: ['scp.uptake'],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '65c2ba21-895d-41d3-9d3d-4ca1dc8504ac',
    key: 'scp.predetermined-aid',
    parent: 'scp.leverage',
    name: 'Help decided beforehand',
    definition:
      'What help will be given is settled before anybody has listened, usually for one sector and with ' +
      'one method.',
    include: 'A ready-made offer is described as the starting point, in praise or complaint.',
    exclude: 'An offer shaped by what people ask is “Help the system asks for”.',
    example:
      'The beehives came on the Tuesday. Nobody’d mentioned bees. We’d mentioned the bridge, several ' +
      'times, we’d mentioned the bridge.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'caution',
  },
  {
    id: '2b6e17f7-3616-4c7f-971a-43189632cfdf',
    key: 'scp.advisory-group',
    parent: 'scp.leverage',
    name: 'Who weighs, decides and carries',
    definition:
      'Certain bodies consider options, take part in deciding and carry the work: a cross-sector advisory ' +
      'group, the project team, task forces, the donor, and actors invited later for what they can add.',
    include:
      'One of these roles is described, or the arrival of a new actor who brings resources or influence.',
    exclude: 'A staff meeting; the first gathering of everyone is “The whole system in one room”.',
    example:
      'We’d been going round in circles on fees until somebody said, why isn’t the imam here, and he ' +
      'came, and he’d, um, already collected them once.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: ['scp.implementation-team', 'scp.donor-consulted', 'scp.task-force', 'scp.new-stakeholder'],
    tier: 'open',
    section: 'practice',
  },
]
