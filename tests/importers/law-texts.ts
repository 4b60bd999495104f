const json = (value: unknown): string => JSON.stringify(value)
const word = { word: 'a', punct: 'a.', text: 'a', start: 0.5, end: 1, speaker: 'A', punctuated_word: 'a.' }

/** Formats of programs that transcribe speech, told by content alone. */
export const linguisticTexts: readonly (readonly [name: string, content: string])[] = [
  [
    'a.eaf',
    `<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT AUTHOR="N"><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="t2"/><TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="900"/></TIME_ORDER><TIER TIER_ID="A" PARTICIPANT="Ana"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>Wie wár’s?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="B" PARENT_REF="A"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>How?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
  ],
  [
    'a.exb',
    `<?xml version="1.0"?><basic-transcription><head><meta-information><transcription-convention>HIAT</transcription-convention></meta-information><speakertable><speaker id="S"><abbreviation>AN</abbreviation></speaker></speakertable></head><basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1"/><tli id="T2" time="2.5"/></common-timeline><tier id="x" speaker="S" category="v" type="t"><event start="T0" end="T1">Sö wa</event><event start="T1" end="T2">s es. </event></tier><tier id="y" type="a"><event start="T0" end="T1">a</event></tier></basic-body></basic-transcription>`,
  ],
  [
    'a.trs',
    `<?xml version="1.0"?><!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans scribe="N"><Topics><Topic id="t" desc="One"/></Topics><Speakers><Speaker id="s1" name="Ana"/></Speakers><Episode><Section topic="t"><Turn speaker="s1 s2" startTime="0" endTime="3"><Sync time="0"/>Sö <Event desc="laugh" type="noise" extent="begin"/><Who nb="1"/>ja<Sync time="2"/><Who nb="2"/>nein</Turn></Section></Episode></Trans>`,
  ],
  [
    'a.TextGrid',
    `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = 2 \nitem []: \n    item [1]:\n class = "IntervalTier" \n name = "Ana" \n xmin = 0 \n xmax = 9 \n intervals: size = 2 \n intervals [1]:\n xmin = 0 \n xmax = 4 \n text = "sö ""war"" es" \n intervals [2]:\n xmin = 4 \n xmax = 9 \n text = "" \n item [2]:\n class = "TextTier" \n name = "p" \n xmin = 0 \n xmax = 9 \n points: size = 1 \n points [1]:\n number = 1 \n mark = "x" \n`,
  ],
  [
    'a.cha',
    `@UTF8\n@Begin\n@Participants:\tPAR Ana Participant, INV Investigator\n*INV:\thow <is> [//] was (i)t &-uh &=laughs ? \u00151_200\u0015\n%mor:\tx\n*PAR:\tsö [=! low] 0it\n\tgo:od +... \u0015300_900\u0015\n@End\n`,
  ],
  ['a.stm', ';; c\nday 1 Noor 0 1.5 <o,f0,female> wie wár es\nday 1 Ana 2 3.25 so\ntwo 1 Ana 0 1 inter\n'],
  [
    'a.xml',
    `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><person xml:id="A"><persName>Ana</persName></person></teiHeader><text><timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="1.5" since="#T0"/></timeline><body><head>One</head><u who="#A" start="#T0" end="#T1"><w>sö</w><pc>,</pc> <anchor synch="#T1"/>ja<pause dur="PT1S"/></u><incident><desc>door</desc></incident><note>n</note></body></text></TEI>`,
  ],
  [
    'a.f4x',
    '<transcript><content content="I: Wie wár es? #00:00:05-3#&#10;B: Gut. #00:00:09-0#&#10;I: Und? #00:00:11-0#&#10;B: So. #00:00:12-0#"/></transcript>',
  ],
]

/** Formats of programs that hear speech or help to type it. */
export const programTexts: readonly (readonly [name: string, content: string])[] = [
  [
    'whisper.json',
    json({
      language: 'en',
      segments: [{ start: 0, end: 1, text: ' Só.', speaker: 'SPEAKER_00', words: [word] }],
    }),
  ],
  [
    'amazon.json',
    json({
      results: {
        transcripts: [{ transcript: 'a' }],
        speaker_labels: { segments: [{ speaker_label: 'spk_0', items: [{ start_time: '0.5' }] }] },
        items: [
          { start_time: '0.5', end_time: '1.0', type: 'pronunciation', alternatives: [{ content: 'Só' }] },
          { type: 'punctuation', alternatives: [{ content: '.' }] },
        ],
      },
    }),
  ],
  [
    'calls.json',
    json({
      Transcript: [
        { ParticipantRole: 'AGENT', Content: 'Só.', BeginOffsetMillis: 1, EndOffsetMillis: 2, Items: [] },
      ],
    }),
  ],
  [
    'google.json',
    json({
      results: [
        { alternatives: [{ transcript: 'a' }] },
        { alternatives: [{ words: [{ word: 'a', startTime: '0.1s', speakerTag: 1 }] }] },
      ],
    }),
  ],
  [
    'deepgram.json',
    json({
      results: {
        channels: [],
        utterances: [{ start: 0, end: 1, transcript: 'a.', speaker: 0, words: [word] }],
      },
    }),
  ],
  [
    'assemblyai.json',
    json({ audio_url: 'x', utterances: [{ speaker: 'A', start: 1, end: 2, text: 'a', words: [word] }] }),
  ],
  [
    'speechmatics.json',
    json({
      format: '2.9',
      results: [
        { type: 'word', start_time: 0, end_time: 1, alternatives: [{ content: 'a', speaker: 'S1' }] },
      ],
    }),
  ],
  [
    'kaldi.json',
    json({
      retval: {
        words: [word],
        segmentation: { segments: [{ start: 0, duration: 3, speaker: { '@id': 'S0' } }] },
      },
    }),
  ],
  [
    'rev.json',
    json({
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Só', ts: 0.1, end_ts: 0.4 },
            { type: 'punct', value: '. ' },
          ],
        },
      ],
    }),
  ],
  [
    'a.otr',
    json({
      text: '<p><span data-timestamp="1.5">0:01</span> I: Só?<br>B: &amp;</p>',
      media: 'x',
      'media-time': 3,
    }),
  ],
  [
    'scribe.json',
    json({
      language_code: 'eng',
      words: [
        { text: 'Só', start: 0.1, end: 0.4, type: 'word', speaker_id: 'speaker_0' },
        { text: ' ', start: 0.4, end: 0.5, type: 'spacing', speaker_id: 'speaker_0' },
      ],
    }),
  ],
  ['soniox.json', json({ tokens: [{ text: ' Só', start_ms: 10, end_ms: 90, speaker: '1' }] })],
  ['vosk.json', json([{ result: [word], text: 'a' }])],
  [
    'azure.json',
    json({
      recognizedPhrases: [{ speaker: 1, channel: 0, offset: 'PT1.5S', nBest: [{ display: 'Só.' }] }],
    }),
  ],
  [
    'watson.json',
    json({
      results: [{ alternatives: [{ timestamps: [['só', 0.1, 0.4]] }] }],
      speaker_labels: [{ from: 0.1, speaker: 0 }],
    }),
  ],
  ['youtube.json', json({ events: [{ tStartMs: 10, dDurationMs: 900, segs: [{ utf8: 'Só' }] }] })],
  [
    'editor.json',
    json({ words: [{ text: 'só', start: 0.1, end: 0.4 }], paragraphs: [{ start: 0.1, speaker: 'Ana' }] }),
  ],
  [
    'turns.json',
    json({
      segments: [
        { speaker: 'Ana', startTime: 0.5, endTime: 1, body: 'Só?' },
        { speaker: 'Bo', startTime: 1.5, endTime: 2, body: 'Ah.' },
        { speaker: 'Ana', startTime: 2.5, endTime: 3, body: 'M.' },
      ],
    }),
  ],
  ['a.sbv', '0:00:01.000,0:00:02.000\nANA: Só\n\n0:00:02.000,0:00:03.000\nBO: Ah.\n'],
  [
    'a.ass',
    '[Script Info]\nTitle: x\n[Events]\nFormat: Start, End, Name, Text\nDialogue: 0:00:01.00,0:00:02.00,Ana,Só, {\\i1}so\nComment: 0:00:01.00,0:00:02.00,,x\n',
  ],
  [
    'a.ttml',
    '<tt xmlns="x" xmlns:ttm="y"><body><div begin="1s"><p begin="00:00:01.5" end="2s" ttm:agent="a">Só<br/>so</p><p>Ah</p></div></body></tt>',
  ],
  [
    'b.xml',
    '<timedtext format="3"><body><p t="100" d="900"><s>Só</s></p><p t="900">Ah</p></body></timedtext>',
  ],
  ['a.tsv', 'start\tend\ttext\n0\t1000\tSó.\n1000\t2000\tAh.\n'],
  ['a.lrc', '[ti:x]\n[00:01.00]Só.\n[00:02.00]\n[00:03.00][00:09.00]Ah.\n'],
  [
    'a.html',
    '<html><body><p>T</p><p><a name="ts_0_900_S00">S00: <span>[00:00:00]</span> Só</a><a name="ts_900_999_//S01"> //S01: m//</a></p></body></html>',
  ],
  [
    'a.inqscr',
    'app=InqScribe\ntext=[00:00:01.05] I: Só?\\rB: (00:02.10) Ah.\ntimecode.fps=29.97\ntype=file\n',
  ],
  [
    'a.xml',
    '<transcript><scene id="1" in="00:00:01.05" out="00:00:02.00"><speaker>Ana B</speaker>\nAna | Só &amp; so.\n\nBen | M.</scene></transcript>',
  ],
  [
    'chat.txt',
    '00:01:02\tAna:\tSó\r\n00:01:03\tBen:\tReacted to "Só" with 👍\r\n00:02:00\tBen:\tReplying to "Só"\n\nAh\r\n',
  ],
]
