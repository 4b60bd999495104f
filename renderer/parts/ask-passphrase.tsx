import { useState, useSyncExternalStore } from 'react'
import { CancelOr } from '../ui/cancel-or.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'

/** What is asked for a passphrase. `tryIt` gives null once it opened, else one sentence that says why it did not. */
export interface PassphraseQuestion {
  readonly title: string
  readonly about: string
  readonly tryIt: (passphrase: string) => Promise<string | null>
}

interface Asked extends PassphraseQuestion {
  readonly settle: (opened: boolean) => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

/** Asks for a passphrase until one opens; false when the person gives up. */
export function askPassphrase(question: PassphraseQuestion): Promise<boolean> {
  asked?.settle(false)
  return new Promise((settle) => ask({ ...question, settle }))
}

/** Takes a question back that nobody needs answered any more. */
export function stopAskingPassphrase(): void {
  asked?.settle(false)
  ask(null)
}

/** Where passphrases are asked for: once in the window, above everything. */
export function PassphraseDialog() {
  const question = useSyncExternalStore(subscribe, () => asked)
  return question ? <Question key={question.title} question={question} /> : null
}

function Question({ question }: { readonly question: Asked }) {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const end = (opened: boolean) => {
    if (asked === question) ask(null)
    question.settle(opened)
  }
  const tryIt = async () => {
    if (busy) return
    if (passphrase === '') return setProblem('Type the passphrase.')
    setBusy(true)
    setProblem(undefined)
    const trouble = await question.tryIt(passphrase).catch(() => brokeOff)
    setBusy(false)
    if (trouble === null) end(true)
    else setProblem(trouble)
  }
  return (
    <Dialog
      title={question.title}
      isOpen
      staysOpen
      onClose={() => end(false)}
      actions={
        <CancelOr onCancel={() => end(false)} onDo={() => void tryIt()} isDisabled={busy}>
          {busy ? 'Opening…' : 'Open'}
        </CancelOr>
      }
    >
      <p>{question.about}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void tryIt()
        }}
      >
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="off"
          autoFocus
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed)
            setProblem(undefined)
          }}
          problem={problem}
        />
      </form>
    </Dialog>
  )
}

const brokeOff =
  'The passphrase could not be tried: this machine has no memory left for it. Close other programs.'

function ask(next: Asked | null): void {
  asked = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
