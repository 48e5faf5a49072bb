import { EpisodePlayer } from './player.ts'

// The home page: the newest episode, ready to play.
if (!customElements.get('episode-player')) customElements.define('episode-player', EpisodePlayer)
