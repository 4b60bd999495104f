import type { StarterCode } from '../starter-codebook.ts'

/** How ideas travel from local trials into other places and into rules. */
export const acrossLayers: readonly StarterCode[] = [
  {
    id: '085dfc1c-e95a-4d49-b46f-b5d0bc213a56',
    key: 'ms.layers',
    parent: null,
    name: 'Spread across layers',
    definition:
      'Groups how ideas and practices travel from local trials to other places and into rules and ' +
      'infrastructure.',
    include: 'Look here when a passage explains spread, or its failure, by how networks are built.',
    exclude: 'A network described without regard to spread belongs under “Kinds of network”.',
    example:
      'I used to think a good idea just goes. Then I watched ours sit in the same valley for six years ' +
      'with the door open.',
    from: 'Transformative networks are multiscalar',
    aliases: [],
    tier: 'branch',
    colour: '#5C62AE',
    section: 'strategy',
  },
  {
    id: '0bb790c7-2062-4baf-bae2-7e2f9e38b7cd',
    key: 'ms.structure-matters',
    parent: 'ms.layers',
    name: 'Structure explains spread',
    definition:
      'Whether something spreads depends on how people are connected, through bridges between clusters, ' +
      'overlapping projects, somebody who belongs to both sides and a wide outer ring, more than on an ' +
      'influential advocate.',
    include:
      'Spread is explained by ties or by the outer ring, or by persuading influential people as the older ' +
      'view has it.',
    exclude:
      'Ties between local, wider and policy layers are “Links between layers”; deliberate support is ' +
      '“Helping good work to spread”.',
    example:
      'We’d got the famous chef and, um, nothing. Then it jumped to the hospitals because Odile sings ' +
      'with a dietician. That’s all it was.',
    from: 'Transformative networks are multiscalar, Opening and Levels 1 and 2',
    aliases: ['ms.diffusion-influencer', 'ms.l1-periphery', 'ms.l2-bridge-person'],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: 'd428b36a-6546-47e6-8624-d476513738b6',
    key: 'ms.cross-layer',
    parent: 'ms.layers',
    name: 'Links between layers',
    definition:
      'Ties that run between local trials, wider spread and policy turn innovations into change of a ' +
      'system, helped by local groups that see the larger whole and join neighbouring issues.',
    include: 'A link across layers, or into an adjoining field, is described with what it made possible.',
    exclude:
      'A link within one layer is “Structure explains spread”; a body formed to hold the layers is ' +
      '“Meta-network and its guardians”.',
    example:
      'We’re prison visitors. So why was I in a jobs meeting, and then at the sentencing review? Because ' +
      'it’s one, it’s the same young man all the way through.',
    from: 'Transformative networks are multiscalar, Opening and Level 1',
    aliases: ['ms.l1-whole-system'],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '3c3b1617-b3dc-481a-93a3-f2ab18e8868d',
    key: 'ms.l2-spread',
    parent: 'ms.layers',
    name: 'Helping good work to spread',
    definition:
      'Sharing is made easy and worthwhile, by coaching, visits, stories with room for questions and ' +
      'people who can start others off, and by judging which efforts deserve it.',
    include:
      'Support for spreading, a story that carries an innovation, self-propagating skill or the choosing ' +
      'of what to spread is described.',
    exclude: 'Advertising; structured learning among chosen projects is “Learning cluster”.',
    example:
      'They paid me two days a month to let people visit and ask rude questions. And each lot had to ' +
      'promise to host the next lot, that was the clever bit.',
    from: 'Transformative networks are multiscalar, Level 2, first, second and fourth parts',
    aliases: ['ms.l2-stories', 'ms.l2-identify', 'ms.l2-rhizomatic'],
    tier: 'open',
    section: 'method',
  },
  {
    id: '0169b17c-7a72-48bc-a3b4-bf28609b4c19',
    key: 'ms.l2-learning-cluster',
    parent: 'ms.layers',
    name: 'Learning cluster',
    definition:
      'Projects from several places meet over time to learn hard from each other, with able facilitation, ' +
      'close relations and a mix of people, helping on one another’s challenges while somebody records ' +
      'what unfolds.',
    include: 'Such a cluster, what makes it work, a peer assist or evaluation from within is described.',
    exclude: 'A conference; clusters that failed because they were imposed are “Harm done by control”.',
    example:
      'Five towns, every six weeks. When it was our turn I put the whole heating mess on the table, and ' +
      'for an hour they were only allowed to ask, mm, questions.',
    from: 'Transformative networks are multiscalar, Level 2, third and fourth parts',
    aliases: ['ms.l2-cluster-ingredients', 'ms.l2-peer-assist', 'ms.l2-developmental-evaluation'],
    tier: 'open',
    section: 'method',
  },
  {
    id: '5182192b-d3d3-4a42-b209-96884ca55c0d',
    key: 'ms.l2-replication-limits',
    parent: 'ms.layers',
    name: 'Limits of copying and adoption',
    definition:
      'Copying does not suffice, because places differ, models can still improve and each is only one ' +
      'piece; and many adopters alone would not tip a system either.',
    include: 'The speaker finds copying or wide adoption wanting, or tells what was needed besides.',
    exclude: 'A copy that worked; uniformity by order is “Harm done by control”.',
    example:
      'We’ve got this reading scheme in two hundred schools now and the county’s numbers are, I’ll be ' +
      'straight with you, the same. It’s one brick, isn’t it.',
    from: 'Transformative networks are multiscalar, Levels 2 and 3',
    aliases: ['ms.l3-beyond-adoption'],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'aae71181-d2b5-4a9c-8855-a623e8370597',
    key: 'ms.l3-control-harms',
    parent: 'ms.layers',
    name: 'Harm done by control',
    definition:
      'Scaling by command misfits places and does damage nobody meant, as do learning groups set up by ' +
      'funders without the say of those who are to learn.',
    include:
      'Harm or failure is laid to uniform mandates, franchise control or imposed convening, or was mended ' +
      'by giving it up.',
    exclude: 'A missing rule; copying that is merely not enough is “Limits of copying and adoption”.',
    example:
      'The foundation put us in a ‘learning family’ with four cities we’d never have picked. We sat there ' +
      'on the call with our cameras off, like, like teenagers.',
    from: 'Transformative networks are multiscalar, Levels 2 and 3',
    aliases: ['ms.l2-cluster-failure'],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'efa59a14-c508-43dd-b842-911ccdc7e129',
    key: 'ms.l3-meta-informal',
    parent: 'ms.layers',
    name: 'Meta-network and its guardians',
    definition:
      'A network made of networks speeds change through system analysis, action groups and shared ' +
      'platforms; it may be loosely held by guardians who spot patterns and niches, or formal with ' +
      'membership and working groups.',
    include:
      'Such a body, the watching and connecting role of guardians, or one of these mechanisms is ' +
      'described.',
    exclude:
      'A coalition for one event is “Networks with other networks”; a network formed to win a policy is ' +
      '“Network for policy”.',
    example:
      'Nobody elected Tomasz. He just reads everybody’s newsletters and then he’ll ring and say, you and ' +
      'the people in Brno are stuck on, um, the same bolt.',
    from: 'Transformative networks are multiscalar, Levels 2 and 3, Informal and formal meta-networks',
    aliases: [
      'ms.l2-guardian',
      'ms.l3-meta-formal',
      'ms.l3-system-analysis',
      'ms.l3-action-groups',
      'ms.l3-comm-platforms',
    ],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '861a3902-cf9e-4df8-a10a-86b349681cbf',
    key: 'ms.l3-policy-network',
    parent: 'ms.layers',
    name: 'Network for policy',
    definition:
      'A network forms to win policy for what has proved itself, so that its support passes from donors ' +
      'to the public purse.',
    include:
      'Joint work for legislation or public provision grows out of innovations, or such a passage is ' +
      'described.',
    exclude: 'A single organisation’s lobbying; local plans shaped by neighbours are “Local network”.',
    example:
      'The foundation said three more years, then it’s yours. So the nine day centres wrote the bill ' +
      'together, at night, on one very slow laptop.',
    from: 'Transformative networks are multiscalar, Level 3, Informal meta-networks',
    aliases: ['ms.l3-foundation-to-state'],
    tier: 'open',
    section: 'strategy',
  },
]
