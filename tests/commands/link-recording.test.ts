import { expect, test } from 'vitest'
import { linkRecording, setRecordingOffset, unlinkRecording } from '../../shared/commands/link-recording.ts'
import type { Recording } from '../../shared/model/source-entities.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'

const recording: Recording = {
  kind: 'audio',
  name: 'recording-03.mp3',
  bytes: 48_000,
  mark: 'ab'.repeat(32),
  duration: 60_000,
}

function interview() {
  const built = buildProject({ sources: [{ name: 'Interview 3', turns: [['I', 'How did it begin?', 0]] }] })
  return { ...built, id: built.source('Interview 3').id }
}

test('a recording is linked and unlinked, each with one undo', () => {
  const { project, id } = interview()
  const gesture = linkRecording(project, id, recording)
  expect(gesture?.label).toBe('Link recording-03.mp3 to Interview 3')
  const linked = expectChange(project, gesture, (end) =>
    expect(end.tables.source.get(id)?.recording).toEqual(recording),
  )
  expect(linkRecording(linked, id, { ...recording })).toBeNull()
  expectChange(linked, unlinkRecording(linked, id), (end) => expect(end).toEqual(project))
})

test('another recording takes the place of the first', () => {
  const { project, id } = interview()
  const linked = expectChange(project, linkRecording(project, id, recording))
  expectChange(
    linked,
    linkRecording(linked, id, { ...recording, name: 'b.wav', mark: 'cd'.repeat(32) }),
    (end) => expect(end.tables.source.get(id)?.recording?.name).toBe('b.wav'),
  )
})

test('where the transcript begins in its recording is kept in whole milliseconds, and 0:00 is not kept at all', () => {
  const { project, id } = interview()
  const linked = expectChange(project, linkRecording(project, id, recording))
  const gesture = setRecordingOffset(linked, id, 12_400.4)
  expect(gesture?.label).toBe('Begin Interview 3 at 0:12 of its recording')
  const moved = expectChange(linked, gesture, (end) =>
    expect(end.tables.source.get(id)?.recording).toEqual({ ...recording, offset: 12_400 }),
  )
  expect(setRecordingOffset(moved, id, 12_400)).toBeNull()
  expectChange(moved, setRecordingOffset(moved, id, 0), (end) => expect(end).toEqual(linked))
  expect(setRecordingOffset(moved, id, -3000)?.label).toBe('Begin Interview 3 at −0:03 of its recording')
})

test('where nothing is linked there is nothing to unlink or to move', () => {
  const { project, id } = interview()
  expect(unlinkRecording(project, id)).toBeNull()
  expect(setRecordingOffset(project, id, 5)).toBeNull()
})
