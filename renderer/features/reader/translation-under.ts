import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { ShownStretch, ShownTranslation } from './shown-translation.ts'
import { type TranslationActs, translationWords } from './translation-words.ts'

/** The translation to show; null takes it away. */
export const setTranslation = StateEffect.define<ShownTranslation | null>()

/** The translation shown now. */
export const shownNow = StateField.define<ShownTranslation | null>({
  create: () => null,
  update(shown, { effects }) {
    let now = shown
    for (const effect of effects) if (effect.is(setTranslation)) now = effect.value
    return now
  },
})

/** Translated words below the last line of each turn, as blocks that are no part of the text: its positions, its
    selection and what is copied from it stay as they are. Only those on the screen are drawn. */
export function translationUnder(acts: TranslationActs): Extension {
  const blocks = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(drawn, transaction) {
      if (!transaction.effects.some((effect) => effect.is(setTranslation))) return drawn
      const shown = transaction.state.field(shownNow)
      return shown?.place === 'under' ? drawBlocks(transaction.state, shown, acts) : Decoration.none
    },
    provide: (field) => EditorView.decorations.from(field),
  })
  return [shownNow, blocks]
}

/** Where a block stands that follows a turn: the end of its last line with words. */
export function blockPlace({ doc }: EditorState, { start, end }: { start: number; end: number }): number {
  const last = Math.max(start, end - 1)
  return doc.lineAt(Math.min(doc.length, last)).to
}

function drawBlocks(state: EditorState, shown: ShownTranslation, acts: TranslationActs): DecorationSet {
  const blocks = shown.stretches.map((stretch): Range<Decoration> => {
    const widget = new UnderWidget(shown, stretch, acts)
    return Decoration.widget({ widget, block: true, side: 1 }).range(blockPlace(state, stretch))
  })
  return Decoration.set(blocks, true)
}

class UnderWidget extends WidgetType {
  readonly shown: ShownTranslation
  readonly stretch: ShownStretch
  readonly acts: TranslationActs
  constructor(shown: ShownTranslation, stretch: ShownStretch, acts: TranslationActs) {
    super()
    this.shown = shown
    this.stretch = stretch
    this.acts = acts
  }
  override eq({ shown, stretch }: UnderWidget): boolean {
    return (
      stretch.words === this.stretch.words &&
      stretch.start === this.stretch.start &&
      shown.label === this.shown.label
    )
  }
  override toDOM(): HTMLElement {
    // Its margins would not count as height, so a frame holds them.
    const frame = document.createElement('div')
    frame.className = 'under'
    frame.append(translationWords(this.shown, this.stretch, this.acts))
    return frame
  }
  /** Before it is drawn; about 74 signs a line at book width. */
  override get estimatedHeight(): number {
    return 12 + 22 * Math.ceil(this.stretch.words.length / 74)
  }
}
