import { element } from './element.ts'
import { isTyping } from './typing.ts'

export interface Key {
  /** As `KeyboardEvent.key` has it, small letters. */
  readonly keys: readonly string[]
  /** As the help shows it. */
  readonly name: string
  readonly does: string
  readonly run?: () => void
}

/** Listens for shortcuts; `?` shows them all. No key is taken while somebody types. */
export function listenForKeys(keys: readonly Key[]): void {
  let help: HTMLDialogElement | undefined
  const showHelp = () => {
    help ??= makeHelp(keys)
    help.showModal()
  }
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    if (event.key === '?') {
      event.preventDefault()
      showHelp()
      return
    }
    const key = keys.find(({ keys: names }) => names.includes(event.key.toLowerCase()))
    if (!key?.run || belongsToTarget(event)) return
    event.preventDefault()
    key.run()
  })
}

/** Space presses the button that has the focus, and arrows move the slider that has it. */
function belongsToTarget({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (key === ' ') return target.matches('a, button, summary, select')
  return key.startsWith('Arrow') && target.matches('.volume, select, audio')
}

function makeHelp(keys: readonly Key[]): HTMLDialogElement {
  const list = element('dl', {})
  for (const { name, does } of keys) {
    list.append(element('dt', {}, element('kbd', {}, name)), element('dd', {}, does))
  }
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-labelledby': 'keys' },
    element('h2', { id: 'keys' }, 'Keys'),
    list,
    element('form', { method: 'dialog' }, element('button', {}, 'Close')),
  )
  document.body.append(dialog)
  return dialog
}
