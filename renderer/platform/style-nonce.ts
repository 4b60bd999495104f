/** The nonce that styles made at run time must carry, as the page states it; without it the content policy
    refuses them and the editor has no layout. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
