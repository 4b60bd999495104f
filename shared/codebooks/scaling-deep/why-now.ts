import type { StarterCode } from '../starter-codebook.ts'

/** Why now: the circumstances that make depth timely. */
export const whyNow: readonly StarterCode[] = [
  {
    id: 'b068e2e2-21c9-4505-94c7-ecb6ee0b1464',
    key: 'why-now',
    parent: null,
    name: 'Why now',
    definition:
      'Groups what speakers give as reasons for turning to depth at this moment: the state of the world, ' +
      'of the field and of the people in it.',
    include: 'Look here when somebody answers why this matters now, then apply the reason they give.',
    exclude:
      'What depth is or does belongs under “What scaling deep means” or “Potential and impact”; a thing ' +
      'standing in the way, under “Barriers”.',
    example:
      'People ask me why we started this now and not ten years ago, and, well, ten years ago I would not ' +
      'have known what to answer.',
    from: 'Scaling Deep research summary, Why explore it now',
    aliases: [],
    tier: 'branch',
    colour: '#AB833C',
    section: 'why-now',
  },
  {
    id: '45b58a39-83ef-4777-b250-d12187b93e0d',
    key: 'why.poly-crisis',
    parent: 'why-now',
    name: 'Crises that compound',
    definition:
      'Several emergencies, such as a warming climate, hardening camps and old inequalities, are felt to ' +
      'feed one another, so that no simple plan is believed any more.',
    include:
      'The speaker links two or more large crises and draws from their entanglement that the work has to ' +
      'change.',
    exclude:
      'One crisis inside one organisation; what the pandemic did to teams is “Strain since the pandemic”.',
    example:
      'First it was the floods, then the rents, then neighbours stopped greeting each other over the ' +
      'election, and at some point I thought, these aren’t three projects, are they.',
    from: 'Scaling Deep research summary, Why explore it now, first trend',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '51686cf3-a13f-490e-9187-797be3c0171c',
    key: 'why.culture-level-need',
    parent: 'why-now',
    name: 'Culture is the missing level',
    definition:
      'Efforts to change a system are said to stall unless the shared beliefs and habits beneath it move ' +
      'too, which asks for a different balance in how the work is done.',
    include: 'Culture is named as the layer that earlier efforts left out or could not reach.',
    exclude:
      'Culture described as the ground on which depth itself works is “Culture as the place of change”; a ' +
      'new culture inside one team is “The organisation redesigned”.',
    example:
      'We got the by-law through, honestly a good by-law, and in the school yard in Tartu not one thing ' +
      'was different, because what people think a boy should be hadn’t moved.',
    from: 'Scaling Deep research summary, Why explore it now, second trend',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '55fcfbfd-5394-41a7-a518-8a1f65adfeed',
    key: 'why.covid-strain',
    parent: 'why-now',
    name: 'Strain since the pandemic',
    definition:
      'The pandemic and its aftermath made the work heavier: emergencies came first, minds wore thin, ' +
      'colleagues were missing.',
    include: 'The speaker traces present strain, lost ground or a changed team to the pandemic years.',
    exclude:
      'Tiredness without that link; trouble in recruiting or holding people is “Finding and keeping ' +
      'people who have healed enough”.',
    example:
      'Since the lockdowns we, um, we never really went back to the circle work. It was food parcels for ' +
      'two years and then half of us were off sick.',
    from: 'Scaling Deep research summary, Why explore it now, third trend',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '7f0ab754-929e-4e49-88c0-850ee14293d3',
    key: 'why.staffing-healing',
    parent: 'why-now',
    name: 'Finding and keeping people who have healed enough',
    definition:
      'It is hard to find and hold people who know the matter from their own lives and are steady enough ' +
      'to accompany others without being worn out.',
    include:
      'Recruitment, turnover, readiness or burnout is tied to what this kind of work asks of a person.',
    exclude: 'Salaries that cannot be paid are “Funding”; the practice of tending oneself is “Inner work”.',
    example:
      'She had lived through care herself, she was brilliant with the young ones, and after eight months ' +
      'she just couldn’t, it was opening everything up again.',
    from: 'Scaling Deep research summary, Why explore it now, fourth trend',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: 'e13c6833-7091-4258-bd04-e38181124b0e',
    key: 'why.unnamed-practice',
    parent: 'why-now',
    name: 'Done, but not called by this name',
    definition:
      'People already work in depth but under another name or none, and the outlines of what they do ' +
      'remain blurred.',
    include: 'The speaker recognises own or others’ work in the idea although it was never called that.',
    exclude:
      'Missing words that cost support or understanding are “No shared language”; hiding the work on ' +
      'purpose is “Disguise and double talk”.',
    example:
      'When you sent me the invitation I looked it up and laughed a bit, because, er, on the allotments ' +
      'we just call that Thursdays.',
    from: 'Scaling Deep research summary, Why explore it now, fifth trend',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '66e2f32d-98a3-4b40-8dc7-a3f143132d60',
    key: 'why.practitioner-endorsed',
    parent: 'why-now',
    name: 'Practitioners hold it to be needed',
    definition:
      'Those who do the work hold it to be needed, even the weightiest kind of scaling, for reasons such ' +
      'as its fit with complexity, its readying of the ground or its loosening of colonial frames, and ' +
      'they hold to this although it earns little respect.',
    include:
      'A practitioner states plainly that depth is worth it, more important than other ways, or right for ' +
      'these times, with or without the reason.',
    exclude:
      'A promised effect belongs under “Potential and impact”; a complaint about neglect alone is ' +
      '“Under-resourced and little understood”.',
    example:
      'If you made me choose one thing to keep from nineteen years in the clinics, I’d keep this, the ' +
      'sitting with families. And it’s the one line nobody ever asked me to report.',
    from:
      'Scaling Deep research summary, Why explore it now, sixth trend; What is Scaling Deep, views of the ' +
      'majority; Highest potential, second quote',
    aliases: ['pot.most-important-unrespected', 'def.conditions-complexity-decolonise'],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '377f61cc-7d27-4fdd-8fd7-cd4810188e20',
    key: 'why.under-resourced',
    parent: 'why-now',
    name: 'Under-resourced and little understood',
    definition:
      'Depth gets little money, attention and understanding for its worth, while what is bigger, newer or ' +
      'easier to show draws the eye and quiet work loses standing.',
    include: 'Neglect is stated in general, or modest work is set against what shines and can be counted.',
    exclude:
      'A rule, cycle or refusal of money is “Funding”; an indicator that hides the work is “Metrics”; ' +
      'being missing from professional debate is “Neglected in the debate”.',
    example:
      'The app got the prize and the photo with the minister. And the women who’d been visiting those ' +
      'same houses for years, I don’t think they were even in the hall.',
    from:
      'Scaling Deep research summary, Introduction; Why explore it now, opening quote and seventh trend; ' +
      'introductory note on Scaling Deep',
    aliases: ['why.modest-work-overlooked', 'tri.tangibility-pull', 'tri.devalued-deep'],
    tier: 'open',
    section: 'why-now',
  },
]
