import { Button } from '../../ui/button.tsx'
import styles from './agreement.module.css'

/** What stands before coefficients in a reflexive inquiry: why they say little there, and the way to them. */
export function ReflexiveNote({ onShow }: { readonly onShow: () => void }) {
  return (
    <section aria-label="About coefficients" className={styles.note}>
      <h3>In reflexive analysis, a coefficient is not a measure of quality</h3>
      <p>
        Reflexive thematic analysis takes the researcher’s reading as its instrument. Two people who read the
        same passage differently have not made a mistake, and themes are not waiting in the text to be found
        twice. Coefficients of agreement measure how far one codebook was applied alike; they belong to
        approaches that set out to do that. What helps here is to talk about where you read differently, and
        why: that is what “Differences” is for, and it needs no numbers.
      </p>
      <Button onPress={onShow}>Show them all the same</Button>
    </section>
  )
}
