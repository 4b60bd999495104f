/** A codebook that ships with Loam: codes in our own words, each saying where it comes from. */
export interface StarterCodebook {
  /** Stable name for the command line: `loam codebook NAME`. */
  readonly key: string
  readonly name: string
  /** What it is for and how to use it, for the person choosing. */
  readonly description: string
  readonly codes: readonly StarterCode[]
}

/** One code of a starter codebook. Parents come before their children. */
export interface StarterCode {
  /** Permanent identity across projects: a random UUID, lower case, never changed once shipped. */
  readonly id: string
  /** Short readable key, such as `bar.metrics`. */
  readonly key: string
  /** Key of the parent; null for a branch at the top. */
  readonly parent: string | null
  /** Name in plain words, as a researcher reads it in the tree. */
  readonly name: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  /** A fictional sentence somebody could say, showing the code. */
  readonly example: string
  /** Where the idea comes from: document and section, in words. */
  readonly from: string
  /** Keys of finer ideas that fold into this code, so that nothing the documents name is lost. */
  readonly aliases: readonly string[]
  /** `branch` only groups; `open` is there from the start; `optional` when asked for; `second-cycle` is interpretive. */
  readonly tier: 'branch' | 'open' | 'optional' | 'second-cycle'
  /** Colour as #RRGGBB; children take their branch's where it is absent. */
  readonly colour?: string
  /** The section of a research summary that its evidence belongs to. */
  readonly section?: ReportSection
}

/** Sections of a research summary that codes can feed. */
export type ReportSection =
  | 'why-now'
  | 'meaning'
  | 'practice'
  | 'method'
  | 'strategy'
  | 'potential'
  | 'barrier'
  | 'pattern'
  | 'caution'
  | 'next'
  | 'does-not-fit'
