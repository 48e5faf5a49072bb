let region: HTMLElement | undefined

/** Says something to people who can't see it happen, in the page's one polite live region. */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'unseen'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = words
}
