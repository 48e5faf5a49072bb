/**
 * What a page may load and run: its own scripts, styles and fonts, and pictures and sound from any
 * secure place, because audio hosts pass a listener on from address to address.
 */
export const CONTENT_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** The policy in the page itself, for hosts that send no headers of ours, such as GitHub Pages. */
export function ContentSecurityPolicy() {
  return <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY} />
}
