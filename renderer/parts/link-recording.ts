import type { OpenedRecording, Refused } from '../../shared/bridge.ts'
import { linkRecording, unlinkRecording } from '../../shared/commands/link-recording.ts'
import type { Source } from '../../shared/model/entities.ts'
import type { Recording } from '../../shared/model/source-entities.ts'
import { openRecordingFile } from '../platform/browser-recordings.ts'
import { desktop } from '../platform/desktop.ts'
import { keepPlayable, playableRecording, recordingFacts, recordingHandle } from '../platform/recordings.ts'
import type { OpenProject } from '../project/open-project.ts'
import { say } from '../ui/messages.tsx'

/** A file that was chosen for a source's recording, and what is known of it. */
export interface ChosenRecording {
  readonly file: OpenedRecording
  readonly facts: Recording
}

/** Lets the person choose a recording and links it to a source; says what came of it. */
export async function chooseAndLink(open: OpenProject, source: Source): Promise<void> {
  await linkChosen(
    open,
    source,
    await asChosen(desktop().chooseRecording(`Link a recording to ${source.name}`)),
  )
}

/** Links a file that was dropped on the window, or came with others, to a source; says what came of it. */
export async function linkFile(open: OpenProject, source: Source, file: File): Promise<boolean> {
  return linkChosen(open, source, await asChosen(openRecordingFile(file)))
}

/** Links a chosen file to a source and opens it. The place where the transcript begins is kept when another copy takes
    a recording's place. False when nothing was chosen or kept. */
export async function linkChosen(
  open: OpenProject,
  source: Source,
  chosen: ChosenRecording | null,
): Promise<boolean> {
  if (!chosen) return false
  const { offset } = open.project.tables.source.get(source.id)?.recording ?? {}
  const facts = offset === undefined ? chosen.facts : { ...chosen.facts, offset }
  const gesture = linkRecording(open.project, source.id, facts)
  const committed = gesture ? await open.commit(gesture) : { ok: true as const }
  if (!committed.ok) {
    say({ kind: 'trouble', text: committed.problem })
    return false
  }
  keepPlayable(chosen.file, chosen.facts)
  say({ kind: 'done', text: 'The recording is linked. Its file stays where it is.' })
  return true
}

/** Takes a source's link to its recording away; says so. */
export async function unlink(open: OpenProject, source: Source): Promise<void> {
  const gesture = unlinkRecording(open.project, source.id)
  if (!gesture) return
  const committed = await open.commit(gesture)
  if (!committed.ok) say({ kind: 'trouble', text: committed.problem })
}

/** Opens a linked recording without asking, where it was opened since the window was or the platform still knows it.
    While a press is answered, a browser may ask for its permission. */
export async function openLinked(recording: Recording): Promise<boolean> {
  if (playableRecording(recording.mark)) return true
  const handle = recordingHandle(recording.mark)
  const file = handle === null ? null : await desktop().openRecording(handle)
  if (!file) return false
  const facts = await recordingFacts(file)
  if (facts.mark === recording.mark) keepPlayable(file, facts)
  else desktop().closeRecording(file.address)
  return facts.mark === recording.mark
}

/** Asks for a linked recording's file again. Null when it is the one and opens, or nothing was chosen; a file that is
    another one is given back, for the person to decide. */
export async function chooseAgain(recording: Recording): Promise<ChosenRecording | null> {
  const chosen = await asChosen(desktop().chooseRecording(`Choose ${recording.name} again`))
  if (!chosen) return null
  if (chosen.facts.mark !== recording.mark) return chosen
  keepPlayable(chosen.file, chosen.facts)
  return null
}

async function asChosen(
  choosing: Promise<OpenedRecording | Refused | null>,
): Promise<ChosenRecording | null> {
  const file = await choosing
  if (file?.ok) return { file, facts: await recordingFacts(file) }
  if (file) say({ kind: 'trouble', text: file.problem })
  return null
}
