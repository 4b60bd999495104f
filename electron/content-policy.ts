/** The one nonce that styles made at run time carry (CodeMirror, react-aria, TipTap, Plot). It is fixed on
    purpose: the pages are files of our own, never built from what a person typed. */
export const STYLE_NONCE = 'loam'

/** The content policy as a page's meta tag states it: only our own files, and nothing from the network. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' 'nonce-${STYLE_NONCE}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src blob: 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The content policy as a header; only there may it say that no other page frames Loam. */
export const HEADER_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`

/** Headers that go with every file of the window, in Electron and in the browser alike. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
} as const
