import { type UIEvent, useState } from 'react'

/** How many rows of a long list are drawn: a hundred to begin with, and more whenever somebody scrolls towards the
    end of them. What is looked for (`words`) begins anew; `least` are drawn in any case. */
export function useDrawn(words: string, least = 0) {
  const [drawn, setDrawn] = useState({ words, count: many })
  const count = Math.max(drawn.words === words ? drawn.count : many, least)
  return {
    count,
    onScroll: ({ target }: UIEvent) => {
      if (!(target instanceof HTMLElement)) return
      const { scrollHeight, scrollTop, clientHeight } = target
      if (scrollHeight - scrollTop < 2 * clientHeight) setDrawn({ words, count: count + many })
    },
  }
}

const many = 100
