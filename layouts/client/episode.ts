import { followChapters } from './chapters.ts'
import { Finder } from './find.ts'
import { Follower } from './follow.ts'
import { listenForKeys } from './keys.ts'
import { Moments } from './moments.ts'
import { EpisodePlayer } from './player.ts'
import { Reading } from './reading.ts'
import { markSearched } from './searched.ts'
import { Sharer } from './share.ts'

// The episode page: a player and a transcript that know of each other.
if (!customElements.get('episode-player')) customElements.define('episode-player', EpisodePlayer)

const player = document.querySelector<EpisodePlayer>('episode-player')
const turns = document.querySelector<HTMLElement>('.turns')
const chapters = document.querySelector('.chapters')
if (turns) markSearched(turns)
if (player) {
  const reading = new Reading(turns ?? document.createElement('div'))
  const follower = new Follower(reading, player)
  if (chapters) followChapters(chapters)
  new Moments(reading, player, follower)
  const finder = new Finder(reading, player)
  const sharer = new Sharer(reading, player)
  listenForKeys([
    { keys: [' ', 'k'], name: 'space or K', does: 'play or pause', run: () => player.toggle() },
    { keys: ['j'], name: 'J', does: 'back 15 seconds', run: () => player.skip(-15) },
    { keys: ['l'], name: 'L', does: 'on 15 seconds', run: () => player.skip(15) },
    { keys: ['arrowleft'], name: '←', does: 'back 5 seconds', run: () => player.skip(-5) },
    { keys: ['arrowright'], name: '→', does: 'on 5 seconds', run: () => player.skip(5) },
    { keys: ['f'], name: 'F', does: 'find in this episode', run: () => finder.open() },
    {
      keys: ['n'],
      name: 'N',
      does: 'follow the conversation, from now',
      run: () => follower.follow(true),
    },
    { keys: ['s'], name: 'S', does: 'share the selected words', run: () => sharer.focus() },
    { keys: ['/'], name: '/', does: 'search all episodes' },
    { keys: ['?'], name: '?', does: 'show this list' },
  ])
}
