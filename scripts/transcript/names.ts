/** What a label may look like, judged by its letters alone. */

// Labels that stand where a name stands but mean that nobody in particular speaks now.
const BREAK =
  /^(?:(?:ad|commercial|sponsor|music|mid-?roll|station)[ -]?)?(?:break|intro(?:duction)?|outro|jingles?|promos?|trailer|teaser|sting|stinger|bumper|interlude|transition|music|theme(?: (?:song|music|tune))?|commercials?|sponsors?|sponsorship|ads?|adverts?|advertisements?|pre-?roll|mid-?roll|post-?roll|sfx|sound effects?|applause|intro music|outro music|(?:audio |video |sound )?clip(?: from\b.*)?)$/i

// Words that are followed by a colon in prose or on a page, and name nobody.
const WORD =
  /^(?:notes?|title|subtitle|episode|transcript|show ?notes|(?:key )?takeaways?|highlights|topics?|tags?|duration|length|date|recorded|published|guests?|co-?hosts?|hosts?|speakers?|links?|resources|references|chapters?|summary|description|timestamps?|keywords|copyright|source|url|https?|example|question|answer|warning|disclaimer|edit|update|spoiler|ps|p\.s\.|nb|step|part|section|figure|table|chorus|verse|kind|language|style|region)s?$/i

/** `Break`, `Intro`, `Clip from Episode 12`: a label, but of no person. */
export function isBreakLabel(label: string): boolean {
  return BREAK.test(label.trim())
}

/** `Note`, `Title`, `Duration`: a word before a colon that never is a speaker. */
export function isNoLabel(label: string): boolean {
  return WORD.test(label.trim())
}

/** Sounds that stand between turns rather than in one. */
export function isBreakSound(text: string): boolean {
  return /\b(?:music|break|jingle|intro|outro|theme|advert\w*|commercials?|sponsor\w*)\b/i.test(
    text,
  )
}

const PARTICLE =
  /^(?:von|van|de|der|den|da|di|du|del|della|la|le|bin|ibn|al|el|of|the|and|y|e|zu|ter|ten|dos|das)$/
const MACHINE =
  /^(?:speaker|spk|sprecher(?:in)?|person|voice|channel|unknown|participant|interview(?:er|ee)|moderator|caller|host|guest|narrator|announcer|スピーカー|話者|说话人|說話者|发言人|спикер|говорящий|hablante|orador|locuteur|intervenant)(?:[ _:-]?(?:speaker|[a-z]?\d{1,3}|[a-z]))?$/i

/** `SPEAKER_01`, `Speaker 2`, `Interviewer`: what tools write instead of a name. */
export function isMachineLabel(label: string): boolean {
  return MACHINE.test(label)
}

// `(host)`, `(she/her)`, `(voiceover)`; but `(Каманин)` is part of who speaks.
const ROLE =
  /\s*[([](?:\p{Ll}[^()[\]]{0,60}|(?:Co-?)?Host|Guest|Narrator|Moderator|Interviewer|Producer|Editor|VO|V\.O\.|(?:He|She|They)\/\w+|\d{1,2}:[\d:.]+)[)\]]\s*$/u

// As radio writes it: `ASMA KHALID, BYLINE`.
const BYLINE = /, ?(?:BYLINE|HOST|CO-HOST|GUEST)$/

/** The name without role and punctuation: `**TOM (host):**` → `TOM`. */
export function bareLabel(label: string): string {
  return remembered(bare, label, readBare)
}

/** In one spelling, to compare: `TOM (host):` and `Tom` are both `tom`. */
export function fold(text: string): string {
  return bareLabel(text).normalize('NFKC').toLowerCase()
}

/** A file has few labels and says them thousands of times. */
function remembered<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  let found = known.get(text)
  if (found === undefined) {
    if (known.size > 100_000) known.clear()
    found = read(text)
    known.set(text, found)
  }
  return found
}

const bare = new Map<string, string>()
const names = new Map<string, boolean>()

function readBare(label: string): string {
  return label
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/^[\s*_>\\]+|[\s*_:：\\]+$/g, '')
    .replace(ROLE, '')
    .replace(BYLINE, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Whether text before a colon can be a speaker's name at all: short, few words, not starting
 * with a small letter, no sentence punctuation.
 */
export function canBeName(text: string): boolean {
  return remembered(names, text, readCanBeName)
}

function readCanBeName(text: string): boolean {
  if (text.length === 0 || text.length > 60) return false
  if (isMachineLabel(text)) return true
  const name = bareLabel(text)
  if (name === '' || name.length > 48 || /[!?;"“”=|/\\{}<>@#%^~\n]|\.\s*$|^\d|,\s/.test(name)) {
    // `Dr. J.` and `Kim Jr.` end with a full stop and are names all the same.
    if (!/^[^!?;"“”=|/\\{}<>@#%^~\n]*\b(?:\p{Lu}|[JS]r|Dr|Mr|Ms|Mrs|St)\.$/u.test(name))
      return false
  }
  if (/^\p{Ll}/u.test(name) || !/\p{L}/u.test(name)) return false
  if (!/^[\p{L}\p{N}'’"]/u.test(name)) return false
  // `Ann Lee & Ben Ode & Cy Poe` speak at once.
  return name.split(/ (?:&|and|und|et|y|и) /).every(one => one.split(' ').length <= 5)
}

/**
 * Whether text set apart as a label, bold and with a colon, can be one: `Mireille Reece, PsyD`.
 * What would be too much like prose elsewhere is fine here.
 */
export function canBeLabel(text: string): boolean {
  if (canBeName(text)) return true
  const name = bareLabel(text)
  if (name.length === 0 || name.length > 70 || !/\p{L}/u.test(name)) return false
  return name.split(' ').length <= 8 && !/[!?;|\\/{}<>=]/.test(name)
}

/** `Ode, Ben (Guest)`: as directories write names, and Teams after them. */
export function isSurnameFirst(label: string): boolean {
  return /^\p{Lu}[\p{L}'’ -]{1,30}, \p{Lu}[\p{L}'’. -]{0,30}$/u.test(bareLabel(label))
}

/** Stricter: every word of it is written like a part of a name. */
export function looksLikeName(text: string): boolean {
  if (!canBeName(text)) return false
  if (isMachineLabel(text)) return true
  if (isNoLabel(bareLabel(text))) return false
  return bareLabel(text)
    .split(/[ \u00a0]/)
    .every(
      word =>
        (!/\.\p{Ll}/u.test(word) && /^["'(]?[\p{Lu}\p{Lo}\p{N}]/u.test(word)) ||
        PARTICLE.test(word) ||
        word === '&',
    )
}
