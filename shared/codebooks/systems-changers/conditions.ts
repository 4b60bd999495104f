import type { StarterCode } from '../starter-codebook.ts'

/** What lets people in service work on the system around them. */
export const conditions: readonly StarterCode[] = [
  {
    id: '29022067-0f5a-44be-b0ed-8f515a1b44e5',
    key: 'sc.conditions',
    parent: null,
    name: 'Conditions for changing a system',
    definition:
      'Groups what a programme gives or arranges so that people in service can work on the system around ' +
      'them.',
    include: 'Look here when a passage tells what made taking part, and trying something, possible.',
    exclude:
      'What people did with it belongs under “What people try and gain”; what failed them, under ' +
      '“Challenges”.',
    example: 'If they’d just said ‘be innovative’ I’d have laughed. They, um, they actually moved my shifts.',
    from: 'Systems Changers programme review, Opening and investment',
    aliases: [],
    tier: 'branch',
    colour: '#4F944F',
    section: 'practice',
  },
  {
    id: '7a2af536-65ad-4938-b535-1a0c76b9366a',
    key: 'sc.space-time-permission-tools',
    parent: 'sc.conditions',
    name: 'Space, time, permission and tools',
    definition: 'People are granted room, hours, licence and means to change something.',
    include: 'One or more of these four is described as given, taken or lacking during the programme.',
    exclude:
      'Ordinary leave; licence that lapsed later is “Permission that ends”; a superior’s support is ' +
      '“Backing from managers”.',
    example:
      'Every second Wednesday was mine. It said so in the calendar, in green, and nobody could book over ' +
      'green.',
    from: 'Systems Changers programme review, Opening',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '49ecf4c4-35a3-44b7-8fc5-bef78129e2c4',
    key: 'sc.manager-buy-in',
    parent: 'sc.conditions',
    name: 'Backing from managers',
    definition: 'Superiors are won over to support somebody’s taking part and what may follow from it.',
    include: 'A manager’s agreement, interest or shelter is described, including how it was obtained.',
    exclude:
      'Support that ran out when the programme did is “Permission that ends”; money for cover is “Cover ' +
      'that is paid for”.',
    example:
      'My boss came along to the first morning, grumbling, and on the drive back to Dundee she said, ' +
      'right, what do you need from me.',
    from: 'Systems Changers programme review, Investment',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'ecb5145d-7229-421a-ad88-b8c9df2c926c',
    key: 'sc.backfill-funding',
    parent: 'sc.conditions',
    name: 'Cover that is paid for',
    definition: 'Money pays for somebody to do participants’ usual work while they are away.',
    include: 'Paid cover, or how its lack or presence decided who could join, is described.',
    exclude: 'Fares and expenses; the overall expense of the programme is “Costly to run”.',
    example:
      'They paid for Kemi to do my nights, otherwise forget it. You can’t reflect on the hostel if the ' +
      'hostel’s got nobody on the door.',
    from: 'Systems Changers programme review, Investment',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'd739496c-16a6-428f-8b1a-b414f5d88cfc',
    key: 'sc.immersive-months',
    parent: 'sc.conditions',
    name: 'Immersed for months',
    definition: 'Taking part reaches over months and draws people in further than a usual course.',
    include: 'Length, intensity or being carried along is described as part of what worked or weighed.',
    exclude: 'A single day of training; the wish for hours as such is “Space, time, permission and tools”.',
    example:
      'About the fourth month I noticed I’d stopped taking notes. You sort of live in it, I was dreaming ' +
      'about referral forms.',
    from: 'Systems Changers programme review, Investment',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: 'efe3a6d6-5915-434e-ab5a-2b7335f17116',
    key: 'sc.marginalised-services',
    parent: 'sc.conditions',
    name: 'For whom and by whom',
    definition:
      'The setting: who the programme and its services are for, on what basis groups were formed, and who ' +
      'made it, here a collaborative of women practitioners.',
    include:
      'The communities served, the make-up of a cohort by place or organisation, or the origin of the ' +
      'design is told.',
    exclude: 'Who the speaker is; never read a style of working out of anybody’s gender.',
    example:
      'Our group was all from one charity, family workers mostly, people in temporary housing, so we ' +
      'were, er, complaining about the same lift.',
    from: 'Systems Changers programme review, Opening and aims',
    aliases: ['sc.women-practitioners', 'sc.place-or-org-cohort'],
    tier: 'open',
    section: 'meaning',
  },
]
