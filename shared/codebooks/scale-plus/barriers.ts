import type { StarterCode } from '../starter-codebook.ts'

/** Kinds of barrier found when a whole system is looked at together. */
export const barriers: readonly StarterCode[] = [
  {
    id: '4981877c-c334-475e-9b9f-9593bc7cbb01',
    key: 'scp.barriers',
    parent: null,
    name: 'Barriers in the system',
    definition:
      'Groups the kinds of barrier people find when they look at a whole system together. Each has its ' +
      'counterpart in what removed it.',
    include:
      'Apply the kind that is named, several where several are, and set the stance to overcome where the ' +
      'passage tells what helped.',
    exclude: 'The response chosen belongs under “Instruments and plan”.',
    example:
      'We put them on the wall in the gym, all the things that stop us, and it went, no kidding, round ' +
      'two corners.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'branch',
    colour: '#B5504F',
    section: 'barrier',
  },
  {
    id: '48380581-315d-4a1a-a655-6156d243934b',
    key: 'scp.bar.governance',
    parent: 'scp.barriers',
    name: 'Rules and enforcement',
    definition: 'Rules are missing, weak, at odds with each other or not enforced.',
    include: 'A gap in regulation, authority or its exercise stands in the way, or was closed.',
    exclude:
      'Nobody and nothing there to enforce a rule is “Too few people or too little equipment”; working to ' +
      'change a rule is “Policy and advocacy”.',
    example:
      'There’s a closed season for the crab, everybody knows it. It just isn’t written anywhere a judge ' +
      'could, you know, point at.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'b7e719a4-85a7-4a1c-9332-4dbe465a2c4d',
    key: 'scp.bar.structural',
    parent: 'scp.barriers',
    name: 'Too few people or too little equipment',
    definition: 'The people or the equipment for a task are simply not there.',
    include: 'Posts, hands, vehicles or gear are lacking, or arrived.',
    exclude:
      'People present but poorly prepared is “Poor training”; equipment present but unsuitable is “Unfit ' +
      'technology”.',
    example:
      'One ranger, one canoe, forty kilometres of mangrove. And the canoe, well, I was using it when you ' +
      'called.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '61f8a686-7cb1-4538-8b95-b0f067c89c15',
    key: 'scp.bar.economic-social',
    parent: 'scp.barriers',
    name: 'No other livelihood, no voice',
    definition:
      'People depend on what does harm because they have no other way to live, or lack the standing to ' +
      'speak for their own safety.',
    include: 'A missing livelihood option or a missing voice keeps things as they are, or was found.',
    exclude:
      'Poverty as background; unequal influence among those at the table is “Different views, unequal ' +
      'power”.',
    example:
      'They tell my uncle to stop burning charcoal. He’d stop on Sunday. But on Monday, what does he ' +
      'sell?',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '926dcb75-8fe8-40bf-9ffd-7aea41983649',
    key: 'scp.bar.awareness',
    parent: 'scp.barriers',
    name: 'Little public awareness',
    definition: 'Too few people know about the issue or see that it concerns them.',
    include: 'Lack of public knowledge or concern blocks action, or grew into knowledge.',
    exclude:
      'A campaign set against it is “Campaigns and mobilising”; people who lack a skill are “Poor ' +
      'training”.',
    example:
      'Nobody upriver had any idea the dye comes out at our wells. I met a man there, kind man, he’d ' +
      'worked in that factory thirty years.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'cc3afcdb-a52a-4440-a968-b659d7bcd06f',
    key: 'scp.bar.technology',
    parent: 'scp.barriers',
    name: 'Unfit technology',
    definition: 'The tools or technology at hand are not up to the task or do not suit the place.',
    include: 'Technology limits what can be done, or a better fit was found.',
    exclude:
      'No equipment at all is “Too few people or too little equipment”; tools nobody was shown how to use ' +
      'are “Poor training”.',
    example:
      'The weather app needs signal and the signal’s on the ridge, so to find out if it’ll rain you climb ' +
      'up and, mm, look at the sky.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '045517f4-f1d7-45fc-bccb-c5ee6e8116a3',
    key: 'scp.bar.training',
    parent: 'scp.barriers',
    name: 'Poor training',
    definition: 'People have been prepared poorly or not at all for what they are to do.',
    include: 'Missing skill or know-how hinders, or was gained.',
    exclude:
      'Too few people is “Too few people or too little equipment”; a course as the response is “Building ' +
      'skills and organisations”.',
    example:
      'I was made water officer on a Thursday. They gave me the test kit and a handshake, and I still ' +
      'don’t know what the blue one’s for.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'ad445164-229a-4067-b64a-e10ac1f509fb',
    key: 'scp.bar.org-dysfunction',
    parent: 'scp.barriers',
    name: 'Organisations that do not work',
    definition: 'An organisation does not work well within itself.',
    include: 'Confusion, standstill or quarrels inside one body hinder, or were put right.',
    exclude:
      'Friction between organisations is “Different views, unequal power”; a repair chosen on purpose is ' +
      '“Building skills and organisations”.',
    example:
      'To get diesel I need two signatures, and those two, I’m sorry, those two have not been in one room ' +
      'since the funeral.',
    from: 'SCALE+ programme description, Providing technical assistance',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
]
