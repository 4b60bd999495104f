/** A sheet that is up above the codebook. */
export type CodebookSheet = 'move' | 'merge' | 'delete' | 'starter' | 'import' | 'versions' | 'export' | null
