// What a sound looks like when it stands in round brackets, where most bracketed text is speech
// that the transcriber set aside. Square brackets are the transcriber's own and need no list.
const SOUND =
  /^(?:[\p{L}'’-]+ ){0,4}(?:laugh\w*|laugher|lol|chuckl\w*|giggl\w*|applau\w*|clap\w*|music\w*|sigh\w*|gasp\w*|groan\w*|moan\w*|cough\w*|sneez\w*|sniff\w*|whisper\w*|sing\w*|hum(?:s|ming)|whistl\w*|cheer\w*|scream\w*|shout\w*|cry(?:ing)?|cries|sob\w*|yawn\w*|snor\w*|inaudible|unintelligible|indiscernible|indistinct|crosstalk|cross-talk|silence|pause[sd]?|beep\w*|bleep\w*|ring(?:s|ing)|bell\w*|knock\w*|noises?|sounds?|sfx|static|feedback|foreign language|speaking \w+|mumbl\w*|stutter\w*|clears throat|throat clearing|breath\w*|inhal\w*|exhal\w*|drum ?roll\w*|explosion|thunder|typing|door\w*|footsteps|horn|siren|jingle|outro|intro|bark\w*|gelächter|lachen|lacht|musik|applaus|rires?|musique|risas|risate|música|musica|смех|аплодисменты|музыка)\b.{0,40}$/iu

const FUNCTION_WORD =
  /^(?:a|an|the|to|of|is|in|on|at|it|its|and|or|was|are|were|he|she|they|we|i|you|that|this|for|with|by|be|been|has|had|have|not|as|so|my|your|his|her|their|our|sic|\.{3}|…)$/i

/** Whether the text inside square brackets is a sound or a transcriber's note: `laughter`. */
export function isSquareSound(inner: string): boolean {
  return inner.length <= 100 && /\p{L}/u.test(inner) && !FUNCTION_WORD.test(inner.trim())
}

/** Whether the text inside round brackets is a sound: `(laughs)`, but not `(as I said)`. */
export function isRoundSound(inner: string): boolean {
  return inner.length <= 60 && SOUND.test(inner.trim())
}

/** One spelling: `(Laughing)` → `[Laughing]`. */
export function soundText(inner: string): string {
  return `[${inner.replace(/\\/g, '').replace(/\s+/g, ' ').trim()}]`
}
