import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { formatsThatComeIn } from '../../shared/importers/import-formats.ts'
import { problemOf } from './read-file.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255)
const reads = `Loam reads ${formatsThatComeIn}:`

const compound = (stream: string): Uint8Array =>
  latin(
    `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${Array.from(stream).join('\0')}\0${'\0'.repeat(200)}`,
  )

const wrong: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['an empty file', 'a.txt', new Uint8Array(), 'This file is empty: export or save it once more.'],
  [
    'only spaces',
    'a.txt',
    latin(' \n\n '),
    'This file holds no text, only empty lines: export or save it once more.',
  ],
  [
    'a picture named as a document',
    'a.docx',
    latin('\x89PNG\r\n\x1a\n....'),
    `This is a PNG picture, not a Word document. ${reads} bring in its text instead.`,
  ],
  [
    'a photo named as text',
    'a.txt',
    latin('\xff\xd8\xff\xe0..JFIF'),
    `This is a JPEG picture, not a text file. ${reads} bring in its text instead.`,
  ],
  [
    'a PDF',
    'a.pdf',
    latin('%PDF-1.7\n...'),
    'This is a PDF, which cannot be read here: save its text as DOCX or plain text.',
  ],
  [
    'a recording',
    'a.mp3',
    latin('ID3\x03\0\0...'),
    'This is an MP3 recording: bring in its transcript, then link the recording to it.',
  ],
  [
    'other data',
    'a.txt',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 31),
    `This is not text but data of another program, not a text file. ${reads} save it as one of these.`,
  ],
  [
    'an old Word document',
    'a.doc',
    compound('WordDocument'),
    'This is an old Word document (DOC): open it in Word or LibreOffice and save it as DOCX.',
  ],
  [
    'a locked document',
    'a.docx',
    compound('EncryptedPackage'),
    'This Office file is locked with a password: open it there, take the password off and save it again.',
  ],
  [
    'an OpenDocument presentation',
    'a.odt',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.presentation'), { level: 0 }] }),
    'This is an OpenDocument drawing or presentation, not a text: save its text as ODT or plain text.',
  ],
  [
    'a web page without words',
    'a.txt',
    latin('<!DOCTYPE html><html><body><img src="a.png"></body></html>'),
    'This web page holds only pictures: type or recognise their text first.',
  ],
  [
    'JSON',
    'a.json',
    latin('{"results": [1]}'),
    'This JSON file is no transcript that Loam knows (Whisper, WhisperX, Amazon, Azure, Google, Deepgram, AssemblyAI, ElevenLabs, Speechmatics, Soniox, Vosk, Watson, BBC Kaldi, Rev, YouTube, oTranscribe, or a list of turns): export it as SRT, VTT or plain text.',
  ],
  [
    'ELAN without words',
    'a.eaf',
    latin('<?xml version="1.0"?><ANNOTATION_DOCUMENT></ANNOTATION_DOCUMENT>'),
    'This ELAN file has no annotations with words in them: check in ELAN that it is the right one.',
  ],
]

for (const [what, name, bytes, sentence] of wrong) {
  test(`${what} is turned away with its sentence`, async () => {
    expect(await problemOf(name, bytes)).toBe(sentence)
  })
}

test('a text over 200 MB is turned away before it is read', async () => {
  expect(await problemOf('a.txt', new Uint8Array(201 * 1024 * 1024).fill(97))).toBe(
    'This text is larger than Loam reads at once (201 of 200 MB): split it into smaller files.',
  )
})

test('content decides over the name', async () => {
  expect(await problemOf('a.docx', latin('Interviewer: a plain text\nP1: named wrongly'))).toBe('came in')
  expect(await problemOf('a.vtt', latin('1\n00:00:01,000 --> 00:00:02,000\nHello\n'))).toBe('came in')
})
