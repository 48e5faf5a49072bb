import { momentHash, parseMoment } from '../../scripts/model/address.ts'
import { EpisodePlayer } from './player.ts'

// The player in somebody else's page: it starts at the moment its address names.
if (!customElements.get('episode-player')) customElements.define('episode-player', EpisodePlayer)

const player = document.querySelector<EpisodePlayer>('episode-player')
const read = document.querySelector<HTMLAnchorElement>('.embed-read a')

function arrive(): void {
  const moment = parseMoment(location.hash) ?? parseMoment(location.search)
  if (!moment || !player) return
  player.seek(moment.start, moment.end)
  if (moment.end !== undefined) player.drawOnRibbon('chosen', [[moment.start, moment.end]])
  // Whoever goes on reading lands on the words that were shared.
  if (read) read.hash = momentHash(moment.start, moment.end)
}

arrive()
addEventListener('hashchange', arrive)
