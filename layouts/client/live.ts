/**
 * In every page of `npm start`, never in a built site: loads the page anew when something changed,
 * and shows the content's problems in a corner until they are mended.
 */
interface State {
  readonly version?: number
  readonly problems?: readonly {
    readonly severity: string
    readonly file: string
    readonly line?: number
    readonly message: string
    readonly fix: string
  }[]
}

// Written by the preview server beside this script.
const events = new EventSource('/__verbatim/events')
let version: number | undefined
let overlay: HTMLElement | undefined

events.onmessage = ({ data }) => {
  const state = JSON.parse(data) as State
  if (version !== undefined && state.version !== version) {
    location.reload()
    return
  }
  version = state.version
  show(state.problems ?? [])
}

function show(problems: NonNullable<State['problems']>): void {
  overlay?.remove()
  overlay = undefined
  if (problems.length === 0) return
  // A shadow root: the page's styles and the overlay's stay apart.
  overlay = document.createElement('aside')
  overlay.ariaLabel = 'Problems in the content'
  const root = overlay.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = STYLE
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  const errors = problems.filter(problem => problem.severity === 'error').length
  summary.textContent = `${problems.length} problem${problems.length === 1 ? '' : 's'}`
  if (errors > 0) details.open = true
  details.className = errors > 0 ? 'errors' : 'warnings'
  const list = document.createElement('ol')
  for (const problem of problems) {
    const item = document.createElement('li')
    const place = document.createElement('code')
    place.textContent = `${problem.file}${problem.line ? `:${problem.line}` : ''}`
    const fix = document.createElement('small')
    fix.textContent = problem.fix
    item.append(place, ` ${problem.message}`, fix)
    list.append(item)
  }
  details.append(summary, list)
  root.append(style, details)
  document.body.append(overlay)
}

const STYLE = `
  details { position: fixed; right: 1rem; bottom: 6rem; z-index: 99; max-width: min(30rem, 90vw);
    max-height: 60vh; overflow: auto; font: 14px/1.45 system-ui, sans-serif; color: #1c1a17;
    background: #fffdf8; border: 1px solid #c9bfae; border-left: 4px solid #b58900; padding: .5rem .75rem }
  details.errors { border-left-color: #b3261e }
  summary { cursor: pointer; font-weight: 600 }
  ol { margin: .5rem 0; padding-left: 1.25rem }
  li { margin-bottom: .6rem }
  small { display: block; color: #5c554a }
`
