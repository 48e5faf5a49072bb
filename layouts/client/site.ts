import { isTyping } from './typing.ts'

// Every page: `/` leads to the search box, as it does elsewhere on the web.
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  const boxes = document.querySelectorAll<HTMLInputElement>('input[type=search][name=q]')
  // The home page has a larger one in its middle, and hides the one on top.
  const box = [...boxes].find(({ offsetParent }) => offsetParent !== null)
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})
