/** `2026-03-03T06:00:00.000Z` → `Tue, 03 Mar 2026 06:00:00 +0000`, as RFC 2822 has it. */
export function rssDate(iso: string): string {
  // `GMT` is RFC 822's name of the zone, which RFC 2822 only allows to be read.
  return new Date(iso).toUTCString().replace(/GMT$/, '+0000')
}
