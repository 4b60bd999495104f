import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import styles from './messages.module.css'

/** A sentence for the person, with at most one thing to do about it. */
export interface Message {
  readonly text: string
  readonly kind: 'done' | 'trouble'
  /** Something that goes on: it is up until the next one comes. */
  readonly stays?: true
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends Message {
  readonly number: number
}

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

/** How long a sentence about something done stays up, unless it is looked at: long enough to read it twice. */
const readingTime = 8000

/** Shows a sentence. What is done goes away by itself, with the next one or when closed; trouble stays. */
export function say(message: Message): void {
  count++
  show([...shown.filter((each) => each.kind === 'trouble'), { ...message, number: count }].slice(-3))
}

/** Takes away sentences with something to do about them: what it would be done to is no longer there. */
export function forgetActions(): void {
  show(shown.filter((each) => !each.action))
}

/** The sentences that are up, spoken by assistive technology as they come. */
export function Messages() {
  const messages = useSyncExternalStore(subscribe, () => shown)
  return (
    <section aria-label="Messages" aria-live="polite" className={styles.messages}>
      {messages.map((message) => (
        <Sentence key={message.number} message={message} />
      ))}
    </section>
  )
}

/** One sentence. Its time does not run while the pointer or the keyboard is on it. */
function Sentence({ message }: { readonly message: Shown }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || message.stays || message.kind === 'trouble') return
    const timer = setTimeout(() => close(message), readingTime)
    return () => clearTimeout(timer)
  }, [held, message])
  return (
    <p
      role={message.kind === 'trouble' ? 'alert' : undefined}
      className={styles[message.kind]}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message.text}</span>
      {message.action ? (
        <Button look="quiet" onPress={() => act(message)}>
          {message.action.label}
        </Button>
      ) : null}
      <Button look="quiet" aria-label="Close message" onPress={() => close(message)}>
        ×
      </Button>
    </p>
  )
}

function act(message: Shown): void {
  close(message)
  message.action?.run()
}

function close(message: Shown): void {
  show(shown.filter((each) => each !== message))
}

function show(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
