import { useState } from 'react'
import { type AskedGuess, findAsked } from '../../../shared/analysis/find-asked.ts'
import { linkQuestions } from '../../../shared/commands/link-question.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './question-list.module.css'

/** Looks for interviewer turns that put questions of the guide, and links those that are accepted. */
export function AskedGuesses() {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [guesses, setGuesses] = useState<readonly AskedGuess[] | null>(null)
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const [looking, setLooking] = useState(false)
  const look = async () => {
    setLooking(true)
    await open.loadTexts(sourcesInOrder(open.project).map((source) => source.content))
    setGuesses(await guessGradually(open))
    setRefused(new Set())
    setLooking(false)
  }
  const accept = async (some: readonly AskedGuess[]) => {
    const wanted = some.filter((guess) => !refused.has(guess.turn))
    const done = await commit(linkQuestions(open.project, wanted))
    if (!done.ok) return
    setGuesses((guesses ?? []).filter((guess) => !some.includes(guess)))
    say({
      kind: 'done',
      text: `${counted(wanted.length, 'turn is', 'turns are')} linked to the questions they put.`,
    })
  }
  const refuse = (guess: AskedGuess, is: boolean) => {
    const next = new Set(refused)
    if (is) next.add(guess.turn)
    else next.delete(guess.turn)
    setRefused(next)
  }
  if (guesses === null || guesses.length === 0) {
    return (
      <div className={styles.look}>
        <p>
          {guesses === null
            ? 'Interviewer turns that sound like a question of the guide can be linked to it.'
            : 'No more interviewer turns sound like a question of the guide.'}
        </p>
        <Button isDisabled={looking} onPress={() => void look()}>
          {looking ? 'Looking…' : guesses === null ? 'Look for the questions' : 'Look again'}
        </Button>
      </div>
    )
  }
  const bySource = Map.groupBy(guesses, (guess) => guess.source)
  const ticked = guesses.filter((guess) => !refused.has(guess.turn)).length
  return (
    <section aria-label="Suggested questions" className={styles.guesses}>
      <header>
        <h2>Probably asked</h2>
        <Button look="do" isDisabled={ticked === 0} onPress={() => void accept(guesses)}>
          Accept {ticked} of {guesses.length}
        </Button>
        <Button onPress={() => setGuesses(null)}>Leave it</Button>
      </header>
      {[...bySource].map(([source, own]) => (
        <div key={source} className={styles.guessed}>
          <h3>
            {project.tables.source.get(source)?.name}
            <Button look="quiet" onPress={() => void accept(own)}>
              Accept those of this source
            </Button>
          </h3>
          <ul>
            {own.map((guess) => (
              <li key={guess.turn}>
                <Checkbox isSelected={!refused.has(guess.turn)} onChange={(is) => refuse(guess, !is)}>
                  <q>{short(guess.words)}</q>
                  <span className={styles.puts}>
                    puts “{project.tables.question.get(guess.question)?.text}” (
                    {Math.round(guess.score * 100)} % of its telling words)
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** A few sources at a time, so that the window stays at hand. */
async function guessGradually(open: ReturnType<typeof useOpenProject>): Promise<AskedGuess[]> {
  const guesses: AskedGuess[] = []
  const sources = sourcesInOrder(open.project)
  for (let i = 0; i < sources.length; i += 10) {
    guesses.push(...findAsked(open.project, open.text, sources.slice(i, i + 10)))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return guesses
}

function short(words: string): string {
  return words.length > 220 ? `${words.slice(0, 220).toWellFormed()} …` : words
}
