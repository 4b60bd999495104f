import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { PartedMenu } from '../ui/menu.tsx'

const ExportStandardDialog = lazy(async () => ({
  default: (await import('../features/exchange/export-standard-dialog.tsx')).ExportStandardDialog,
}))
const ShareCopyDialog = lazy(async () => ({
  default: (await import('../features/exchange/share-copy-dialog.tsx')).ShareCopyDialog,
}))

/** The ways in which a project is handed to others. */
export function GoingOut() {
  const [asked, setAsked] = useState<'share' | 'export' | null>(null)
  const close = () => setAsked(null)
  const entries = [
    { id: 'share', label: 'Share a copy…', run: () => setAsked('share') },
    { id: 'export', label: 'Export for other tools…', run: () => setAsked('export') },
  ]
  return (
    <>
      <PartedMenu label="Share" parts={[{ title: 'Hand to others', isTitleHidden: true, entries }]}>
        <Button look="quiet">Share</Button>
      </PartedMenu>
      <Suspense fallback={null}>
        {asked === 'share' ? <ShareCopyDialog onClose={close} /> : null}
        {asked === 'export' ? <ExportStandardDialog onClose={close} /> : null}
      </Suspense>
    </>
  )
}
