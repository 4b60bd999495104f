import type { StarterCode } from '../starter-codebook.ts'

/** Variants of scaling up and out. */
export const variants: readonly StarterCode[] = [
  {
    id: 'ae9763e2-59fc-4294-a581-1386e0ba5a4b',
    key: 'tri.up-platform',
    parent: 'tri.up',
    name: 'Up by shared platforms',
    definition:
      'Scaling up in the broad sense: common infrastructure, strategy and alliances are built, along with ' +
      'policy, so that many can move faster.',
    include:
      'The speaker describes common ground that others use, such as a data platform, an alliance of ' +
      'networks or a joint strategy.',
    exclude:
      'Advocacy for one law alone is “Scaling up”; one office that decides for all is “Up by central ' +
      'control”.',
    example:
      'We never opened a second branch. What we did was, er, give away the booking system, and now every ' +
      'tool library from here to Winnipeg runs on it.',
    from: 'Transformative networks are multiscalar, Level 3',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '0be151ad-95f3-48a0-b984-d9ae14d79798',
    key: 'tri.up-control',
    parent: 'tri.up',
    name: 'Up by central control',
    definition:
      'Scaling up by central control: every unit is made alike, or one rule is laid on all, whatever the ' +
      'place.',
    include:
      'A franchise, a mandate for everybody or a head office that fixes each detail is described, with ' +
      'approval or not.',
    exclude:
      'Alignment that people chose is “Up by shared platforms”; copying without a controlling centre is ' +
      '“Out by copying”.',
    example:
      'The ministry wanted the same story corner in every library, same beanbag, same poster. In Luleå it ' +
      'covered the only radiator.',
    from:
      'Transformative networks are multiscalar, Level 3; Scaling Deep research summary, Patterns, insight ' +
      '7',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '8cbb0549-8cd0-471a-9357-dede5e56875f',
    key: 'tri.out-replicate',
    parent: 'tri.out',
    name: 'Out by copying',
    definition:
      'Scaling out by copying: a model is repeated elsewhere as it is, and likeness to the original is ' +
      'the aim.',
    include:
      'Manuals, licences or checks on fidelity are told of, or a copy is praised or faulted for being ' +
      'one.',
    exclude:
      'A model that changed on arrival is “Out by adapting”; likeness enforced from a centre is “Up by ' +
      'central control”.',
    example:
      'I got the binder, two hundred pages. It even says which biscuits. And I thought, fine, but our lot ' +
      'are diabetic, half of them.',
    from:
      'Scaling Deep research summary, Patterns, insight 7; Transformative networks are multiscalar, Level ' +
      '2',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '613d986d-a5cd-476f-8f8e-8f151fb88232',
    key: 'tri.out-adapt',
    parent: 'tri.out',
    name: 'Out by adapting',
    definition: 'Scaling out by adapting: people carry an idea home and grow it into something of their own.',
    include: 'The speaker tells what was changed for another place and by whom.',
    exclude: 'Repeating without change is “Out by copying”; a mere intention to spread is “Scaling out”.',
    example:
      'They saw our night bus in Cork and, well, they’ve no roads to speak of on the islands, so theirs ' +
      'is a man called Finn with a radio.',
    from: 'Transformative networks are multiscalar, Levels 1 and 2',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
]
