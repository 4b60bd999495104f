import { useEffect, useRef, useState } from 'react'
import type { Place } from '../../../shared/importers/origin.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { type OpenedPdf, openPdf, type PdfPage } from '../../workers/open-pdf.ts'
import styles from './original.module.css'
import { PageSheet, type PlacedBox } from './page-sheet.tsx'

/** The pages of a PDF, one at a time, with the passage's boxes on them. */
export function OriginalPages({
  bytes,
  places,
}: {
  readonly bytes: Uint8Array
  readonly places: readonly Place[]
}) {
  const pdf = usePdf(bytes)
  const boxes = boxesOf(places)
  const [at, turn] = usePageAt(boxes)
  const page = usePage(pdf, at)
  const [zoom, setZoom] = useState(1)
  if (pdf !== null && !pdf.ok) return <p className={styles.message}>{pdf.problem}</p>
  if (!pdf || !page) return <p className={styles.waiting}>Loading the page…</p>
  const name = `Page ${at} of ${pdf.pages}`
  return (
    <div className={styles.pages}>
      <div className={styles.pageBar}>
        <IconButton name="Page before" isDisabled={at <= 1} onPress={() => turn(at - 1)}>
          ←
        </IconButton>
        <p role="status" aria-label="Page">
          page {at} of {pdf.pages}
        </p>
        <IconButton name="Next page" isDisabled={at >= pdf.pages} onPress={() => turn(at + 1)}>
          →
        </IconButton>
        <span className={styles.grow} />
        <IconButton name="Smaller" isDisabled={zoom <= 0.5} onPress={() => setZoom(zoom - 0.25)}>
          −
        </IconButton>
        <Button look="quiet" isDisabled={zoom === 1} onPress={() => setZoom(1)}>
          Fit the width
        </Button>
        <IconButton name="Larger" isDisabled={zoom >= 4} onPress={() => setZoom(zoom + 0.25)}>
          +
        </IconButton>
      </div>
      <PageSheet name={name} page={page} zoom={zoom} boxes={boxes.filter((box) => box.page === at)} />
      <PageText key={at} page={page} at={at} />
    </div>
  )
}

function boxesOf(places: readonly Place[]): readonly PlacedBox[] {
  return places.flatMap((place) => (place.kind === 'page' ? [{ page: place.page, box: place.box }] : []))
}

function usePdf(bytes: Uint8Array) {
  const [pdf, setPdf] = useState<Awaited<ReturnType<typeof openPdf>> | null>(null)
  useEffect(() => {
    let gone = false
    let close = () => {}
    setPdf(null)
    void openPdf(bytes).then((opened) => {
      if (opened.ok) close = opened.close
      if (gone) close()
      else setPdf(opened)
    })
    return () => {
      gone = true
      close()
    }
  }, [bytes])
  return pdf
}

/** The page the passage begins on, until somebody turns to another; a passage elsewhere brings its page back. */
function usePageAt(boxes: readonly PlacedBox[]): readonly [number, (page: number) => void] {
  const [first] = boxes
  const passage = first ? `${first.page} ${first.box.join(' ')}` : ''
  const [turned, setTurned] = useState<{ readonly passage: string; readonly page: number } | null>(null)
  const last = useRef(1)
  const page = turned?.passage === passage ? turned.page : (first?.page ?? last.current)
  last.current = page
  return [page, (to) => setTurned({ passage, page: to })]
}

/** The page that is shown; the one before stays until it is there. */
function usePage(pdf: OpenedPdf | { readonly ok: false } | null, at: number): PdfPage | null {
  const [page, setPage] = useState<PdfPage | null>(null)
  useEffect(() => {
    if (!pdf?.ok || at > pdf.pages) return
    let gone = false
    pdf.page(at).then(
      (read) => {
        if (!gone) setPage(read)
      },
      () => {},
    )
    return () => {
      gone = true
    }
  }, [pdf, at])
  return page
}

/** The page's words, for who does not see it or wants to copy from it. */
function PageText({ page, at }: { readonly page: PdfPage; readonly at: number }) {
  const [text, setText] = useState<string | null>(null)
  const show = async () => setText((await page.text().catch(() => '')).trim())
  return (
    <details
      className={styles.pageText}
      onToggle={(event) => {
        if (event.currentTarget.open && text === null) void show()
      }}
    >
      <summary>Text of page {at}</summary>
      {text === null ? null : <p>{text || 'There are no letters on this page, only pictures.'}</p>}
    </details>
  )
}
