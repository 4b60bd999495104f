import type { StarterCode } from '../starter-codebook.ts'

/** Lineages somebody credits, the finer ones when asked for; never inferred from who someone is. */
export const lineages: readonly StarterCode[] = [
  {
    id: '2c3e112c-237c-4867-b8b3-5d9c9a182e48',
    key: 'lin.credited',
    parent: 'practice',
    name: 'A lineage credited',
    definition: 'A speaker names a tradition as the source of how they work.',
    include:
      'Credit is given in words to a teacher, movement, body of thought or practice; add the finer ' +
      'lineage where it is switched on.',
    exclude:
      'Never infer a lineage from who someone is, where they come from or how they sound; a method ' +
      'without named origin is coded under the method.',
    example:
      'I should say where I got it, it isn’t mine. It’s from the women who ran the night school in ' +
      'Setúbal, and they had it from Brazil.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '8a05282a-0e63-462d-adde-05a243ef0988',
    key: 'lin.adult-education',
    parent: 'lin.credited',
    name: 'Adult education',
    definition:
      'The tradition of teaching and learning among adults is named as where the practice comes from.',
    include: 'The speaker credits adult educators, folk high schools, study circles or the like.',
    exclude: 'Any course at all; the emancipatory way of teaching as it is practised is “Popular education”.',
    example:
      'My whole way of running a meeting is from the study circles in Umeå, I was, what, twenty-three, ' +
      'and nobody lectured us once.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '938b7a43-0e34-4fca-9018-f8c05d722edb',
    key: 'lin.arts',
    parent: 'lin.credited',
    name: 'The arts',
    definition: 'An art and those who practise it are named as where the practice comes from.',
    include:
      'The speaker credits theatre, music, craft, dance or another art with having formed how they work.',
    exclude: 'A creative exercise used along the way is “Creative and boundary-crossing methods”.',
    example:
      'Honestly everything I know about conflict I learned as a stage manager. You hear a scene going ' +
      'wrong before anybody’s said anything.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '0840ca3c-8256-4e1b-bdea-691e6bbe2955',
    key: 'lin.complexity-theory',
    parent: 'lin.credited',
    name: 'Complexity theory',
    definition: 'The science of complex systems is named as where the practice comes from.',
    include: 'Authors, courses or concepts of that science are credited as a source.',
    exclude: '“Complex” in its everyday sense; leaving direction open is “Letting direction emerge”.',
    example:
      'It was a summer course on complex systems, in Santa Marta of all places, and I came home and tore ' +
      'up our logframe. Well, I put it in a drawer.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '2446bec2-65c1-4666-ad52-0e5c6945a9a4',
    key: 'lin.cultural-theory',
    parent: 'lin.credited',
    name: 'Cultural theory',
    definition: 'Scholarship about culture and meaning is named as where the practice comes from.',
    include: 'The speaker credits cultural studies, anthropology or a thinker about culture.',
    exclude: 'Culture as the matter worked upon is “Culture as the place of change”.',
    example:
      'I was reading cultural studies at night school, the stuff on how a joke keeps people in their ' +
      'place, and I thought, that’s our staff room.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '165292ce-2243-4833-9f37-e6834eda1c4e',
    key: 'lin.embodiment',
    parent: 'lin.credited',
    name: 'Embodiment',
    definition: 'Working through the body is named as the tradition behind the practice.',
    include: 'The speaker credits somatic work, movement teaching or another discipline of the body.',
    exclude:
      'Wellbeing in general; living the change one seeks, as an interpretation, is “Embodies the change ' +
      'it seeks”.',
    example:
      'I trained as a physio and then with a movement teacher in Ghent, so when a group gets stuck I, er, ' +
      'I ask where they feel it before I ask what they think.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: 'f7738804-9159-472f-9279-50aba38aa873',
    key: 'lin.feminist-praxis',
    parent: 'lin.credited',
    name: 'Feminist praxis',
    definition: 'Feminist thought in action is named as where the practice comes from.',
    include: 'The speaker credits feminist groups, writers or organising.',
    exclude:
      'The speaker’s gender alone; a cost of being heard as a woman is “Gendered cost of being heard”.',
    example:
      'The way we share out the minutes and the childcare, that’s straight from the shelter movement ' +
      'here, from the eighties, they fought about it for years.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: 'f67529b9-5997-4262-aec6-92794f4a4433',
    key: 'lin.indigenous-worldviews',
    parent: 'lin.credited',
    name: 'Indigenous worldviews',
    definition:
      'An Indigenous people’s teachings are named and acknowledged as where the practice comes from.',
    include: 'The speaker says whose teaching it is or how it was received, as far as they choose to say it.',
    exclude:
      'The identity of the speaker or of the people spoken about, which is never evidence of a lineage; ' +
      'equating a people with depth is “Fixing or conflating groups”.',
    example:
      'The elder who taught me that said I may use it, and I may say it’s from her nation, and that’s ' +
      'about as much as I’ll put on tape, if that’s all right.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '90ab82c4-1998-4214-90a0-97803fae1421',
    key: 'lin.mindfulness',
    parent: 'lin.credited',
    name: 'Mindfulness',
    definition: 'A schooling in contemplative attention is named as where the practice comes from.',
    include: 'The speaker credits meditation teaching or a mindfulness training.',
    exclude:
      'Being calm; a pause one takes without naming its origin is “Inner work”; a faith or rite is ' +
      '“Spiritual practice”.',
    example:
      'It goes back to an eight-week course at the hospital, after my burnout. The bell we use in the ' +
      'council meeting, that’s the same bell.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '5c1b5bed-f6b5-4860-ac9b-2a4782004d9b',
    key: 'lin.social-movements',
    parent: 'lin.credited',
    name: 'Social movements',
    definition: 'A social movement is named as where the practice comes from.',
    include: 'The speaker credits what they learned as part of a movement or from its people.',
    exclude:
      'A movement that is merely the case discussed; joint action in the present is “Acting together”.',
    example:
      'I’m a child of the tenants’ movement, so, you know, you don’t decide anything the week people are ' +
      'moving house. That’s in my bones.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
  {
    id: '66ff4851-d4d3-496a-94b9-d549d3e00a5c',
    key: 'lin.spiritual',
    parent: 'lin.credited',
    name: 'Spiritual practice',
    definition: 'A spiritual or religious practice is named as where the practice comes from.',
    include: 'The speaker credits prayer, ritual, a community of faith or another spiritual discipline.',
    exclude:
      'A congregation as partner in a project; attention training without a spiritual frame is ' +
      '“Mindfulness”.',
    example:
      'I’m a Quaker, on my mother’s side, and the silence before we speak, people think it’s a ' +
      'facilitation trick, but I was raised in it.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies',
    aliases: [],
    tier: 'optional',
    section: 'practice',
  },
]
