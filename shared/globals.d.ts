/** The few globals that every platform Loam runs on has and the core may use. */

interface TextDecoderOptions {
  readonly fatal?: boolean
  readonly ignoreBOM?: boolean
}

interface TextDecoder {
  /** The encoding's canonical name. */
  readonly encoding: string
  decode(input?: Uint8Array | ArrayBuffer, options?: { readonly stream?: boolean }): string
}

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare var TextDecoder: { new (label?: string, options?: TextDecoderOptions): TextDecoder }
declare var TextEncoder: { new (): TextEncoder }
