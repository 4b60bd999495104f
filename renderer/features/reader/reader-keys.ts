import type { CodingOrigin, Stance } from '../../../shared/model/entities.ts'

import type { RecordingAct } from './recording-settings.ts'

/** What a key asks for in the transcript. */
export type ReaderAct =
  | { readonly kind: 'code' | 'repeat' | 'turn' | 'sentence' | 'next' | 'previous' | 'help' | 'let-go' }
  | { readonly kind: 'original' | 'correct' }
  | { readonly kind: 'recording'; readonly act: RecordingAct }
  | { readonly kind: 'recent'; readonly index: number }
  | { readonly kind: 'stance'; readonly stance: Stance }
  | { readonly kind: 'origin'; readonly origin: CodingOrigin }
  | { readonly kind: 'star' | 'flag' | 'note' | 'remove' | 'recode' }
  | { readonly kind: 'move'; readonly edge: 'start' | 'end'; readonly towards: 'start' | 'end' }

interface KeyLine {
  readonly keys: readonly string[]
  readonly shown?: string
  readonly says: string
  readonly act: ReaderAct
}

const codeKeys: readonly KeyLine[] = [
  {
    keys: ['Enter', 'c'],
    shown: 'Enter or C',
    says: 'Code the selection, or the turn at the caret',
    act: { kind: 'code' },
  },
  { keys: ['r'], says: 'Apply the last codes again', act: { kind: 'repeat' } },
  { keys: ['t'], says: 'Select the turn at the caret', act: { kind: 'turn' } },
  { keys: ['s'], says: 'Select the sentence at the caret', act: { kind: 'sentence' } },
  { keys: ['n'], says: 'Go to the next turn without a code', act: { kind: 'next' } },
  {
    keys: ['N'],
    shown: 'Shift N',
    says: 'Go to the turn without a code before this',
    act: { kind: 'previous' },
  },
  { keys: ['i'], says: 'Show the passage in the original', act: { kind: 'original' } },
  { keys: ['b'], says: 'Correct the words of the turn', act: { kind: 'correct' } },
  { keys: ['Escape'], shown: 'Esc', says: 'Let go of the selection', act: { kind: 'let-go' } },
  { keys: ['?'], says: 'Show these keys', act: { kind: 'help' } },
]

const codingKeys: readonly KeyLine[] = [
  { keys: ['a'], says: 'The speaker affirms it', act: { kind: 'stance', stance: 'affirms' } },
  { keys: ['d'], says: 'The speaker denies it', act: { kind: 'stance', stance: 'denies' } },
  { keys: ['o'], says: 'It was there and was overcome', act: { kind: 'stance', stance: 'overcome' } },
  { keys: ['m'], says: 'Both yes and no', act: { kind: 'stance', stance: 'mixed' } },
  { keys: ['e'], says: 'Reports it of others', act: { kind: 'stance', stance: 'reports' } },
  { keys: ['p'], says: 'Prompted: the question named it', act: { kind: 'origin', origin: 'prompted' } },
  { keys: ['h'], says: 'Echoed: taken up from the question', act: { kind: 'origin', origin: 'echoed' } },
  { keys: ['v'], says: 'Volunteered: raised unasked', act: { kind: 'origin', origin: 'volunteered' } },
  { keys: ['*'], says: 'Star as a key quote', act: { kind: 'star' } },
  { keys: ['f'], says: 'Flag for the lead', act: { kind: 'flag' } },
  { keys: ['w'], says: 'Write a note on it', act: { kind: 'note' } },
  { keys: ['x'], says: 'Put another code in its place', act: { kind: 'recode' } },
  { keys: ['['], says: 'Begin a word earlier', act: { kind: 'move', edge: 'start', towards: 'start' } },
  { keys: [']'], says: 'Begin a word later', act: { kind: 'move', edge: 'start', towards: 'end' } },
  { keys: ['{'], says: 'End a word earlier', act: { kind: 'move', edge: 'end', towards: 'start' } },
  { keys: ['}'], says: 'End a word later', act: { kind: 'move', edge: 'end', towards: 'end' } },
  {
    keys: ['Delete', 'Backspace'],
    shown: 'Delete',
    says: 'Remove the code from the passage',
    act: { kind: 'remove' },
  },
]

/** Letters as video players have them, beside the keys of transcription programs, which foot pedals send: F4 for the
    middle, F3 and F5 for the sides. F5 loads a page anew only where no recording is linked. */
const recordingKeys: readonly KeyLine[] = [
  {
    keys: ['k', 'F4'],
    shown: 'K or F4',
    says: 'Play or pause the recording',
    act: { kind: 'recording', act: 'play' },
  },
  {
    keys: ['j', 'F3'],
    shown: 'J or F3',
    says: 'Back a few seconds',
    act: { kind: 'recording', act: 'back' },
  },
  { keys: ['l', 'F5'], shown: 'L or F5', says: 'On a few seconds', act: { kind: 'recording', act: 'on' } },
  { keys: ['<'], says: 'Slower', act: { kind: 'recording', act: 'slower' } },
  { keys: ['>'], says: 'Faster', act: { kind: 'recording', act: 'faster' } },
  { keys: ['g'], says: 'Play from the caret’s turn', act: { kind: 'recording', act: 'here' } },
  { keys: ['='], says: 'This turn begins now', act: { kind: 'recording', act: 'now' } },
]

/** What a key (as `KeyboardEvent.key` names it) asks for; null for keys that mean nothing here. */
export function readerAct(key: string): ReaderAct | null {
  if (/^[1-9]$/.test(key)) return { kind: 'recent', index: Number(key) - 1 }
  const all = [...codeKeys, ...codingKeys, ...recordingKeys]
  const line =
    all.find(({ keys }) => keys.includes(key)) ??
    all.find(({ keys }) => key.length === 1 && keys.includes(key.toLowerCase()))
  return line?.act ?? null
}

/** Every key with what it does, for the help sheet: reading and tagging, listening, and what can be said of a coding. */
export const readerKeys: readonly {
  readonly title: string
  readonly keys: readonly { readonly key: string; readonly says: string }[]
}[] = [
  {
    title: 'Read and tag',
    keys: [
      ...listed(codeKeys.slice(0, 1)),
      { key: '1 to 9', says: 'Apply one of the codes used last' },
      ...listed(codeKeys.slice(1)),
      { key: 'Ctrl Z', says: 'Undo; with Shift, redo' },
    ],
  },
  { title: 'With a recording', keys: listed(recordingKeys) },
  { title: 'On a coding', keys: listed(codingKeys) },
]

function listed(lines: readonly KeyLine[]) {
  return lines.map(({ keys, shown, says }) => ({ key: shown ?? (keys[0] ?? '').toUpperCase(), says }))
}
