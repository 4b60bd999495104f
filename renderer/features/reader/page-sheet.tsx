import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Scrolled } from '../../ui/scrolled.tsx'
import type { PdfPage } from '../../workers/open-pdf.ts'
import styles from './original.module.css'

/** A box on a page, in points from its upper left corner: left, top, right, bottom. */
export interface PlacedBox {
  readonly page: number
  readonly box: readonly [number, number, number, number]
}

/** One page, drawn as sharp as the screen is, as wide as its place times `zoom`, with boxes marked and in view. */
export function PageSheet({
  name,
  page,
  zoom,
  boxes,
}: {
  readonly name: string
  readonly page: PdfPage
  readonly zoom: number
  readonly boxes: readonly PlacedBox[]
}) {
  const scroller = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const width = useRoom(scroller) * zoom
  const isDrawn = useDrawing(sheet, page, width)
  const marked = boxes.map(({ box }) => box.join(' ')).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes are brought into view when they or the page change.
  useLayoutEffect(() => {
    sheet.current?.querySelector(`.${styles.box}`)?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [marked, page, width > 0])
  return (
    <Scrolled ref={scroller} label="Page of the original" className={styles.scroller}>
      <div
        className={styles.sheet}
        style={{ width, height: (width * page.height) / page.width }}
        aria-busy={!isDrawn}
      >
        <div ref={sheet} role="img" aria-label={name} className={styles.drawn} />
        {boxes.map(({ box }) => (
          <div key={box.join(' ')} className={styles.box} style={percent(box, page)} />
        ))}
      </div>
    </Scrolled>
  )
}

function percent([left, top, right, bottom]: PlacedBox['box'], { width, height }: PdfPage) {
  return {
    left: `${(left / width) * 100}%`,
    top: `${(top / height) * 100}%`,
    width: `${((right - left) / width) * 100}%`,
    height: `${((bottom - top) / height) * 100}%`,
  }
}

/** How many pixels wide a page can be inside the scrolling place. */
function useRoom(ref: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(box)
      setRoom(Math.floor(box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [ref])
  return room
}

/** Draws the page at this width; the drawing before stays until the new one is done. True once it is. */
function useDrawing(ref: RefObject<HTMLElement | null>, page: PdfPage, width: number): boolean {
  const [drawn, setDrawn] = useState<PdfPage | null>(null)
  useEffect(() => {
    const place = ref.current
    if (!place || width <= 0) return
    let stop = () => {}
    // While the panel is being widened, only the last width is drawn.
    const soon = setTimeout(
      () => {
        const drawing = page.draw(width * devicePixelRatio)
        stop = drawing.stop
        drawing.canvas.then(
          (canvas) => {
            if (!canvas) return
            place.replaceChildren(canvas)
            setDrawn(page)
          },
          () => place.replaceChildren(),
        )
      },
      place.childElementCount > 0 ? 60 : 0,
    )
    return () => {
      clearTimeout(soon)
      stop()
    }
  }, [ref, page, width])
  return drawn === page
}
