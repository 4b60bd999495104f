import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import styles from './messages.module.css'

/** A sentence for the person, with at most one thing to do about it. */
export interface Message {
  readonly text: string
  readonly kind: 'done' | 'trouble'
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends Message {
  readonly number: number
}

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

/** Shows a sentence. What is done goes away with the next one or when closed; trouble stays until closed. */
export function say(message: Message): void {
  count++
  show([...shown.filter((each) => each.kind === 'trouble'), { ...message, number: count }].slice(-3))
}

/** The sentences that are up, spoken by assistive technology as they come. */
export function Messages() {
  const messages = useSyncExternalStore(subscribe, () => shown)
  return (
    <section aria-label="Messages" aria-live="polite" className={styles.messages}>
      {messages.map((message) => (
        <p
          key={message.number}
          role={message.kind === 'trouble' ? 'alert' : undefined}
          className={styles[message.kind]}
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
      ))}
    </section>
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
