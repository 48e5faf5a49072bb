import type { Edit, Place, Problem } from '../model/problem.ts'
import { formatClock, type Seconds } from '../model/time.ts'

/**
 * Every sentence that the content reader says to an editor. One builder a code, so that wording is
 * reviewed in one place and each has a test that pins it.
 */
function error(place: Place, code: string, message: string, fix: string): Problem {
  return { severity: 'error', code, ...place, message, fix }
}

function warning(place: Place, code: string, message: string, fix: string): Problem {
  return { severity: 'warning', code, ...place, message, fix }
}

const quote = (text: string) => `“${text}”`

// The folder and its files

export const noContent = (folder: string) =>
  error(
    { file: folder },
    'no-content',
    `There is no content folder at ${folder}.`,
    'Make the folder with a show.md in it, or name another with --content.',
  )

export const noShow = () =>
  error(
    { file: 'show.md' },
    'no-show',
    'The content folder has no show.md.',
    'Write show.md with a title and a url between --- lines: it is all a show needs to begin.',
  )

export const linkOutside = (file: string) =>
  error(
    { file },
    'outside-content',
    'This is a link to a place outside the content folder, so it is not read.',
    'Copy the file itself into the content folder.',
  )

export const pathOutside = (place: Place, path: string) =>
  error(
    place,
    'outside-content',
    `The path ${quote(path)} leaves the content folder, so it is not read.`,
    'Put the file into the content folder, best beside this one, and name it from here.',
  )

export const fileMissing = (place: Place, path: string, near: string | undefined) =>
  error(
    place,
    'missing-file',
    `There is no file ${quote(path)}.`,
    near ? `Did you mean ${quote(near)}?` : 'Check the name; it is looked for beside this file.',
  )

export const badFileName = (file: string) =>
  warning(
    { file },
    'bad-file-name',
    'The name of this file has a character that no system shows, so the file is not read.',
    'Rename it with plain letters.',
  )

export const notAFile = (file: string) =>
  warning(
    { file },
    'not-a-file',
    'This is no file but a pipe, a device or a link to a folder, so it is not read.',
    'Copy the file itself into the content folder, or take this one out.',
  )

export const unreadable = (file: string, reason: string) =>
  error(
    { file },
    'unreadable',
    `This can’t be read: ${reason}.`,
    'Check who may read it, and that it still lies there.',
  )

export const activeFile = (place: Place, file: string) =>
  warning(
    place,
    'active-file',
    `${file} could run in a reader’s browser, so it is not published.`,
    'Save it as a picture or a PDF; of an SVG, take out scripts, links and on… attributes.',
  )

export const openMedia = (place: Place, address: string) =>
  warning(
    place,
    'open-media',
    `${quote(address)} is fetched without encryption, so browsers won’t load it on the page.`,
    'Write https:// when the host has it; nearly every host does.',
  )

export const notAPicture = (place: Place, file: string, reason: string) =>
  warning(
    place,
    'not-a-picture',
    `${file} can’t be shown as a picture: ${reason}.`,
    'Open it and save it again as JPEG, PNG, WebP or SVG.',
  )

export const fileTooLarge = (file: string, bytes: number) =>
  error(
    { file },
    'file-too-large',
    `This file is ${Math.round(bytes / 1024 / 1024)} MB, more than any transcript or page.`,
    'Check that it is the right file; text may have 24 MB at most.',
  )

export const pageTooLarge = (file: string, letters: number) =>
  error(
    { file },
    'file-too-large',
    `This page has ${Math.round(letters / 1024 / 1024)} MB of text, more than a shelf of books.`,
    'Put the transcript into a file beside it; a page may have 4 MB at most.',
  )

export const notUtf8 = (file: string) =>
  warning(
    { file },
    'not-utf8',
    'This file is not UTF-8 text, so accents may be wrong; it was read as Windows-1252.',
    'Save it again with the encoding UTF-8.',
  )

export const controlCharacters = (
  place: Place,
  code: string,
  edits: readonly Edit[] = [],
): Problem => ({
  edits,
  ...warning(
    place,
    'control-character',
    `An invisible control character (${code}) stands here; it was left out.`,
    'Delete it: some editors show it as a box or a question mark.',
  ),
})

// Front matter

export const frontMatterLanguage = (file: string, language: string) =>
  error(
    { file, line: 1, column: 4 },
    'front-matter-language',
    `The front matter says it is ${quote(language)}; only YAML between bare --- lines is read, and nothing is ever run.`,
    'Make the first line just --- and write the fields as YAML.',
  )

export const frontMatterOpen = (file: string) =>
  error(
    { file, line: 1, column: 1 },
    'front-matter-open',
    'The front matter begins with --- but never ends.',
    'Add a line with just --- after the last field.',
  )

export const frontMatterTooLarge = (file: string) =>
  error(
    { file, line: 1, column: 1 },
    'front-matter-too-large',
    'The front matter is larger than a megabyte.',
    'Move long texts below it, or into a file of their own.',
  )

export const frontMatterNoMap = (file: string) =>
  error(
    { file, line: 2, column: 1 },
    'front-matter-no-fields',
    'The front matter holds no fields.',
    'Write one field a line, such as: title: The last foghorn',
  )

export const yamlError = (place: Place, message: string) =>
  error(
    place,
    'yaml',
    `The front matter can’t be read here: ${message.replace(/\.?\s*$/, '')}.`,
    'Look for a missing quote, a tab, or a colon in a text; put such a text in quotes.',
  )

export const yamlTooDeep = (place: Place) =>
  error(
    place,
    'yaml',
    'The front matter nests far deeper here than any field does.',
    'Look for brackets that are never closed; put a text that begins with one in quotes.',
  )

export const fieldTwice = (place: Place, name: string) =>
  error(
    place,
    'yaml',
    `The field ${quote(name)} stands here a second time.`,
    'Take one of the two out.',
  )

export const unknownField = (
  place: Place,
  name: string,
  near: string | undefined,
  known: readonly string[],
  edits: readonly Edit[] = [],
): Problem => ({
  ...(edits.length > 0 && { edits }),
  ...error(
    place,
    'unknown-field',
    `There is no field ${quote(name)}.`,
    near ? `Did you mean ${quote(near)}?` : `Use one of: ${known.join(', ')}.`,
  ),
})

export const wrongValue = (
  place: Place,
  name: string,
  value: unknown,
  expected: string,
  example: string,
) =>
  error(
    place,
    'wrong-value',
    `${quote(name)} should be ${expected}, and is ${show(value)}.`,
    `Write it like this: ${example}`,
  )

function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  const text =
    typeof value === 'object'
      ? Array.isArray(value)
        ? 'a list'
        : 'a group of fields'
      : quote(String(value))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

export const missingField = (place: Place, name: string, example: string) =>
  error(
    place,
    'missing-field',
    `The field ${quote(name)} is missing.`,
    `Add a line: ${name}: ${example}`,
  )

// The show

export const noUrl = () =>
  warning(
    { file: 'show.md', line: 1, column: 1 },
    'no-url',
    'The show has no url, so the feed and shared links point to this computer.',
    'Add a line: url: https://example.org/',
  )

export const badColour = (place: Place, value: string) =>
  warning(
    place,
    'bad-colour',
    `${quote(value)} is not a colour that can be used, so the house colour stands in.`,
    'Write it as six hexadecimal digits: accent: "#b3402a"',
  )

export const adminWithoutRepository = (place: Place) =>
  warning(
    place,
    'admin-without-repository',
    'The browser form is turned on, and there is no repository on GitHub, GitLab or Codeberg that it could write to, so it is left out.',
    'Add a line: repository: https://github.com/me/show',
  )

export const faintColour = (place: Place, value: string, fitted: string) =>
  warning(
    place,
    'faint-colour',
    `${quote(value)} is too light to be read on the page, so a darker one of its kind stands in: ${fitted}.`,
    `Nothing has to be done; to choose yourself, write a darker colour, such as ${fitted}.`,
  )

// Addresses

export const noSlug = (file: string) =>
  error(
    { file },
    'no-slug',
    'This file’s name has no letter or digit to make an address of.',
    'Rename it, for example to my-episode.md.',
  )

export const sameSlug = (place: Place, slug: string, other: string) =>
  error(
    place,
    'duplicate-slug',
    `This file and ${other} would have the same address, ${quote(slug)}.`,
    'Rename one of them.',
  )

export const reservedSlug = (place: Place, slug: string) =>
  error(
    place,
    'reserved-slug',
    `The address /${slug}/ is used by the site itself.`,
    'Rename this file.',
  )

// Episodes

export const dateWithoutZone = (place: Place, written: string): Problem => ({
  ...(place.line && { edits: [{ line: place.line, remove: written, insert: `${written}Z` }] }),
  ...warning(
    place,
    'date-without-zone',
    'This time has no zone, so it is taken as UTC.',
    'Add Z for UTC, or the zone, such as +01:00.',
  ),
})

export const missingGuest = (place: Place, slug: string, near: string | undefined) =>
  warning(
    place,
    'missing-guest',
    `Nobody in guests/ has the slug ${quote(slug)}, so the page has only a name.`,
    near
      ? `Did you mean ${quote(near)}? Otherwise write guests/${slug}.md.`
      : `Write guests/${slug}.md with a name, or write the name itself here.`,
  )

export const nearName = (place: Place, written: string, other: string) =>
  warning(
    place,
    'near-name',
    `${quote(written)} is nearly the name of ${quote(other)}, who has a page.`,
    `If it is the same person, write ${quote(other)}; otherwise give this person a file in guests/.`,
  )

export const sharedAlias = (place: Place, alias: string, other: string) =>
  warning(
    place,
    'shared-alias',
    `${quote(alias)} is a name of ${other} too.`,
    'Take the alias from one of them, or say who it is under speakers: in the episode.',
  )

export const castTwice = (place: Place, name: string) =>
  warning(place, 'cast-twice', `${name} is listed twice in this episode.`, 'Take one of them out.')

export const severalTranscripts = (place: Place, chosen: string, others: readonly string[]) =>
  warning(
    place,
    'several-transcripts',
    `There are several transcripts beside this episode; ${chosen} is used, not ${others.join(', ')}.`,
    `Say which one it is with a line: transcript: ${chosen.split('/').pop()}`,
  )

export const sameLanguage = (place: Place, language: string, chosen: string, other: string) =>
  warning(
    place,
    'duplicate-language',
    `${chosen} and ${other} are both in the language ${quote(language)}; only the first is used.`,
    'Say which language each one is in, such as {file: foghorns.de.vtt, language: de}.',
  )

export const orphanTranscript = (file: string, near: string | undefined) =>
  warning(
    { file },
    'orphan-file',
    'No episode has this file’s name, so it is not used.',
    near
      ? `Did you mean ${near}? Give both the same name.`
      : 'Name it like its episode, or take it out of episodes/.',
  )

export const badAudio = (place: Place, file: string, reason: string) =>
  warning(
    place,
    'unreadable-audio',
    `The audio ${file} can’t be read: ${reason}.`,
    'Check that it plays; then export it again, or write duration: yourself.',
  )

export const badChapters = (place: Place, reason: string) =>
  error(
    place,
    'bad-chapters',
    `The chapters can’t be read: ${reason}.`,
    'Write a list of {time, title}, or a chapters file as Podcasting 2.0 has it.',
  )

export const chapterOrder = (place: Place) =>
  warning(
    place,
    'chapter-order',
    'The chapters are not in the order of their times, so they were put in order.',
    'Check the times; one of them is likely mistyped.',
  )

export const chapterOutside = (place: Place, title: string, start: Seconds, duration: Seconds) =>
  warning(
    place,
    'chapter-outside',
    `The chapter ${quote(title)} starts at ${formatClock(start)}, after the episode’s end at ${formatClock(duration)}.`,
    'Check its time, and the duration.',
  )

export const sameNumber = (place: Place, number: number, other: string) =>
  warning(
    place,
    'duplicate-number',
    `Episode number ${number} is also the number of ${other}.`,
    'Give one of them another number.',
  )

export const sameGuid = (place: Place, guid: string, other: string) =>
  error(
    place,
    'duplicate-guid',
    `The guid ${quote(guid)} is also that of ${other}, so podcast apps will show only one.`,
    'Give the newer one a guid of its own.',
  )

export const sameTitle = (place: Place, title: string, other: string) =>
  warning(
    place,
    'duplicate-title',
    `The title ${quote(title)} is also that of ${other}.`,
    'Give one of them another title, so that listeners can tell them apart.',
  )

export const sameTranscript = (place: Place, other: string) =>
  warning(
    place,
    'duplicate-transcript',
    `This transcript has the same words as that of ${other}.`,
    'Check which episode it belongs to.',
  )

export const transcriptTooLong = (place: Place, end: Seconds, duration: Seconds) =>
  warning(
    place,
    'transcript-too-long',
    `The transcript ends at ${formatClock(end)}, after the audio does at ${formatClock(duration)}.`,
    'Check that it is this episode’s transcript; if the audio was cut, set transcriptOffset.',
  )

export const transcriptTooShort = (place: Place, end: Seconds, duration: Seconds) =>
  warning(
    place,
    'transcript-too-short',
    `The transcript ends at ${formatClock(end)}, long before the audio does at ${formatClock(duration)}.`,
    'Check that the file is whole, and that it is this episode’s.',
  )

// Notes

export const htmlAsText = (place: Place, tag: string) =>
  warning(
    place,
    'html-as-text',
    `HTML such as ${quote(tag)} is shown as text; content is never run.`,
    'Write it in Markdown, or take it out.',
  )

export const templateAsText = (place: Place, written: string) =>
  warning(
    place,
    'template-as-text',
    `${quote(written)} is shown as it stands; there is no template language in content.`,
    'Write the words themselves, or put them in `backquotes` when they are meant.',
  )

export const brokenLink = (place: Place, href: string, near: string | undefined) =>
  warning(
    place,
    'broken-link',
    `The link ${quote(href)} leads to no page of this show.`,
    near ? `Did you mean ${quote(near)}?` : 'Check the address, or take the link out.',
  )

export const momentOutside = (place: Place, href: string, duration: Seconds) =>
  warning(
    place,
    'moment-outside',
    `The link ${quote(href)} leads past the episode’s end at ${formatClock(duration)}.`,
    'Check the time.',
  )

export const badReference = (place: Place, name: string) =>
  error(
    place,
    'bad-name',
    `${quote(name)} is no name and no slug.`,
    'Write the slug of a file in guests/, or the name as it should be read.',
  )

export const missingAlt = (place: Place, src: string) =>
  warning(
    place,
    'missing-alt',
    `The picture ${quote(src)} has no description for people who can’t see it.`,
    'Say in a few words what it shows: ![a brass horn](horn.jpg), or alt: in the front matter.',
  )
