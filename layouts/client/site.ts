import { isTyping } from './typing.ts'

// Every page: `/` leads to the search box, as it does elsewhere on the web.
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})
