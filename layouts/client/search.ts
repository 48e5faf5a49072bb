// The search page. What it takes to search is loaded when somebody means to: with a query in the
// address, or with the cursor in the field.
const page = document.querySelector<HTMLElement>('search-page')
const field = page?.querySelector<HTMLInputElement>('input[name=q]')
if (page && field) {
  const open = () => import('./searchPage.ts').then(({ SearchPage }) => SearchPage.open(page))
  if (new URLSearchParams(location.search).get('q')) void open()
  else field.addEventListener('focus', () => void open(), { once: true })
}
