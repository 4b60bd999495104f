import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GivenFile } from './bring-in.ts'
import { docx, paragraph } from './docx-fixture.ts'

/** Five transcripts as they come from five tools, and the labels in them that somebody decides about. */
export interface FirstFiles {
  readonly files: readonly GivenFile[]
  /** A call of many voices (VTT). */
  readonly call: {
    readonly name: string
    readonly host: string
    readonly unknown: string
    readonly away: string
    readonly renamed: string
  }
  /** An interview in a Word document, whose participant allows paraphrase only. */
  readonly word: { readonly name: string; readonly label: string }
  /** A session in Hebrew in which one voice has two labels. */
  readonly hebrew: { readonly name: string; readonly label: string; readonly same: string }
  /** A conversation in Markdown. */
  readonly talk: { readonly name: string; readonly label: string }
  /** Subtitles that name nobody (SRT). */
  readonly subtitles: { readonly name: string }
}

const folder = resolve(import.meta.dirname, '../../../shared/transcripts/files')

/** True when real transcripts are beside the project; else small ones of our own stand in. */
export const realFilesAreHere = existsSync(folder)

/** The real transcripts, or small ones in the same five layouts. */
export function firstFiles(): FirstFiles {
  return realFilesAreHere ? realFiles : smallFiles()
}

const realFiles: FirstFiles = {
  files: [
    'zoom_vtt/1_ethereum__transcript.vtt',
    'docx_turboscribe/Aymeric-e__Entretien_01_24.10.03_01_traitement_A.docx',
    'txt_colon/hasadna__protocol_text.txt',
    'md_bold/thechangelog__changelog--friends-55.md',
    'whisper_set/hitsave__Goodboy_Galaxy_-_Rik_Nicol.srt',
  ].map((path) => resolve(folder, path)),
  call: {
    name: '1_ethereum__transcript',
    host: 'stokes',
    unknown: 'ethDreamer (Mark)',
    away: 'pk910',
    renamed: 'Potuz',
  },
  word: { name: 'Aymeric-e__Entretien_01_24.10.03_01_traitement_A', label: 'Interviewe' },
  hebrew: { name: 'hasadna__protocol_text', label: 'מיקי רוזנטל', same: 'מיקי רוזנטל (המחנה הציוני)' },
  talk: { name: 'thechangelog__changelog--friends-55', label: 'Adam Jacob' },
  subtitles: { name: 'hitsave__Goodboy_Galaxy_-_Rik_Nicol' },
}

function smallFiles(): FirstFiles {
  return {
    files: [
      { name: 'Evening call.vtt', bytes: smallCall() },
      { name: 'Paper on visits.docx', bytes: smallWord() },
      { name: 'Hebrew evening.txt', bytes: smallHebrew },
      { name: 'River talk.md', bytes: smallTalk },
      { name: 'River evening.srt', bytes: smallSubtitles },
    ],
    call: { name: 'Evening call', host: 'Hanna', unknown: 'Iver', away: 'Channel 4', renamed: 'Petra' },
    word: { name: 'Paper on visits', label: 'Interviewe' },
    hebrew: { name: 'Hebrew evening', label: 'מיכל', same: 'מיכל (הגשר)' },
    talk: { name: 'River talk', label: 'Adam Quist' },
    subtitles: { name: 'River evening' },
  }
}

function smallCall(): string {
  const said = [
    ['Hanna', 'How did it begin, and what stood in the way?'],
    [
      'Petra',
      'We asked for money for the year before the plan, and nobody had a line for that in their budget.',
    ],
    ['Hanna', 'And what about the numbers?'],
    ['Lars', 'They wanted a number for every visit, and the numbers were never about the visit itself.'],
    ['Hanna', 'Who else was there?'],
    ['Signe', 'I do not think the numbers hurt us at all; they gave us a reason to meet and look at it.'],
    ['Channel 4', 'Weather and traffic on the hour.'],
    ['Hanna', 'And in yourself?'],
    [
      'Petra',
      'I had to learn to sit still and hear my own impatience before I could hear anybody else at all.',
    ],
    ['Lars', 'For me it was the same, only that it took a winter longer and two quarrels with my brother.'],
    ['Iver', 'Nor did anyone ask me about it, and I was there from the first evening on.'],
    ['Signe', 'Ask Petra about that winter, she has the better memory and kept all of the letters.'],
  ]
  const cues = said.map(
    ([who, words], i) =>
      `${i + 1}\n00:0${Math.floor(i / 6)}:${10 + (i % 6) * 8}.000 --> 00:0${Math.floor(i / 6)}:${16 + (i % 6) * 8}.000\n${who}: ${words}\n`,
  )
  return `WEBVTT\n\n${cues.join('\n')}`
}

function smallWord(): Uint8Array {
  const said = [
    ['[Chercheur] (0:01 - 0:11)', 'Comment est-ce que cela a commencé ?'],
    [
      '[Interviewe] (0:12 - 0:40)',
      'On comptait les visites, et plus personne ne regardait ce qui se passait pendant la visite.',
    ],
    ['[Chercheur] (0:41 - 0:50)', 'Et ensuite ?'],
    ['[Interviewe] (0:51 - 1:20)', 'Ensuite on a arrêté de compter pendant un an, sans le dire.'],
  ]
  return docx(said.flatMap(([label = '', words = '']) => [paragraph(label), paragraph(words)]).join(''))
}

const smallHebrew = `היו"ר רות: שלום לכולם, נתחיל בשאלה של הכסף ושל השנה הראשונה.

מיכל: לא היה תקציב לשנה הראשונה, ולכן התחלנו בלי כסף בכלל.

היו"ר רות: ומה אמרו לכם?

מיכל (הגשר): אמרו לנו לחזור עם תכנית, ולתכנית לא היה מי שישלם.

היו"ר רות: ואצלכם?

דוד: אצלנו זה היה אחרת, הקהילה אספה את הכסף בעצמה.

מיכל (הגשר): זה נכון, והכפר השני למד מהם.

מיכל: וגם אנחנו.

דוד: כל אחד נתן מה שהיה לו.

היו"ר רות: ומה נשאר מזה היום?

מיכל (הגשר): נשארה ההרגלה לשאול קודם את מי שגר שם.

דוד: ונשארו גם כמה חובות קטנים.

היו"ר רות: תודה לכולם.
`

const smallTalk = `**Nora Vale:** What was the hardest part of it, looking back on those years?

**Adam Quist:** Money, always money: every fund wanted the plan first, and the plan was what we needed the money for.

**Nora Vale:** And what carried you through?

**Adam Quist:** Sitting down every morning before anyone came, and noticing what I was about to do to them.

**Nora Vale:** Did that help the others?

**Adam Quist:** They lent us their good name, people who had no reason to, and we lived on it for two years.
`

const smallSubtitles = `1
00:00:01,000 --> 00:00:05,000
Hello everyone and welcome to the evening.

2
00:00:06,000 --> 00:00:11,000
We begin with the river, as we always do.
`
