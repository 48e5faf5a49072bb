import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../model/problem.ts'
import * as problems from './problems.ts'

const at = { file: 'episodes/a.md', line: 3, column: 1 }

/** Every sentence an editor can be told, as it is told. */
const said: Readonly<Record<keyof typeof problems, readonly [Problem, string]>> = {
  adminWithoutRepository: [
    problems.adminWithoutRepository(at),
    'warning admin-without-repository: The browser form is turned on, and there is no repository on GitHub, GitLab or Codeberg that it could write to, so it is left out. Add a line: repository: https://github.com/me/show',
  ],
  badAudio: [
    problems.badAudio(at, 'episodes/a.mp3', 'it holds no sound'),
    'warning unreadable-audio: The audio episodes/a.mp3 can’t be read: it holds no sound. Check that it plays; then export it again, or write duration: yourself.',
  ],
  badChapters: [
    problems.badChapters(at, 'chapter 2 has no startTime'),
    'error bad-chapters: The chapters can’t be read: chapter 2 has no startTime. Write a list of {time, title}, or a chapters file as Podcasting 2.0 has it.',
  ],
  badColour: [
    problems.badColour(at, 'blurple'),
    'warning bad-colour: “blurple” is not a colour that can be used, so the house colour stands in. Write it as six hexadecimal digits: accent: "#b3402a"',
  ],
  badReference: [
    problems.badReference(at, '../x'),
    'error bad-name: “../x” is no name and no slug. Write the slug of a file in guests/, or the name as it should be read.',
  ],
  brokenLink: [
    problems.brokenLink(at, '/episodes/foghrns/', '/episodes/foghorns/'),
    'warning broken-link: The link “/episodes/foghrns/” leads to no page of this show. Did you mean “/episodes/foghorns/”?',
  ],
  sharedAlias: [
    problems.sharedAlias(at, 'Nathan', 'Nathan Barr'),
    'warning shared-alias: “Nathan” is a name of Nathan Barr too. Take the alias from one of them, or say who it is under speakers: in the episode.',
  ],
  castTwice: [
    problems.castTwice(at, 'Ann Lee'),
    'warning cast-twice: Ann Lee is listed twice in this episode. Take one of them out.',
  ],
  chapterOrder: [
    problems.chapterOrder(at),
    'warning chapter-order: The chapters are not in the order of their times, so they were put in order. Check the times; one of them is likely mistyped.',
  ],
  chapterOutside: [
    problems.chapterOutside(at, 'The horn', 700, 600),
    'warning chapter-outside: The chapter “The horn” starts at 11:40, after the episode’s end at 10:00. Check its time, and the duration.',
  ],
  controlCharacters: [
    problems.controlCharacters(at, 'U+001D', []),
    'warning control-character: An invisible control character (U+001D) stands here; it was left out. Delete it: some editors show it as a box or a question mark.',
  ],
  dateWithoutZone: [
    problems.dateWithoutZone(at, '2026-03-03T06:00'),
    'warning date-without-zone: This time has no zone, so it is taken as UTC. Add Z for UTC, or the zone, such as +01:00.',
  ],
  fileMissing: [
    problems.fileMissing(at, 'horn.jgp', 'horn.jpg'),
    'error missing-file: There is no file “horn.jgp”. Did you mean “horn.jpg”?',
  ],
  fileTooLarge: [
    problems.fileTooLarge('episodes/a.vtt', 50000000),
    'error file-too-large: This file is 48 MB, more than any transcript or page. Check that it is the right file; text may have 24 MB at most.',
  ],
  frontMatterLanguage: [
    problems.frontMatterLanguage('episodes/a.md', 'js'),
    'error front-matter-language: The front matter says it is “js”; only YAML between bare --- lines is read, and nothing is ever run. Make the first line just --- and write the fields as YAML.',
  ],
  frontMatterNoMap: [
    problems.frontMatterNoMap('episodes/a.md'),
    'error front-matter-no-fields: The front matter holds no fields. Write one field a line, such as: title: The last foghorn',
  ],
  frontMatterOpen: [
    problems.frontMatterOpen('episodes/a.md'),
    'error front-matter-open: The front matter begins with --- but never ends. Add a line with just --- after the last field.',
  ],
  frontMatterTooLarge: [
    problems.frontMatterTooLarge('episodes/a.md'),
    'error front-matter-too-large: The front matter is larger than a megabyte. Move long texts below it, or into a file of their own.',
  ],
  htmlAsText: [
    problems.htmlAsText(at, '<b>'),
    'warning html-as-text: HTML such as “<b>” is shown as text; content is never run. Write it in Markdown, or take it out.',
  ],
  linkOutside: [
    problems.linkOutside('episodes/a.txt'),
    'error outside-content: This is a link to a place outside the content folder, so it is not read. Copy the file itself into the content folder.',
  ],
  missingAlt: [
    problems.missingAlt(at, 'horn.jpg'),
    'warning missing-alt: The picture “horn.jpg” has no description for people who can’t see it. Say in a few words what it shows: ![a brass horn](horn.jpg), or alt: in the front matter.',
  ],
  missingField: [
    problems.missingField(at, 'title', 'The last foghorn'),
    'error missing-field: The field “title” is missing. Add a line: title: The last foghorn',
  ],
  missingGuest: [
    problems.missingGuest(at, 'nathan-lambrt', 'nathan-lambert'),
    'warning missing-guest: Nobody in guests/ has the slug “nathan-lambrt”, so the page has only a name. Did you mean “nathan-lambert”? Otherwise write guests/nathan-lambrt.md.',
  ],
  momentOutside: [
    problems.momentOutside(at, '#t=900', 600),
    'warning moment-outside: The link “#t=900” leads past the episode’s end at 10:00. Check the time.',
  ],
  nearName: [
    problems.nearName(at, 'Ann Leee', 'Ann Lee'),
    'warning near-name: “Ann Leee” is nearly the name of “Ann Lee”, who has a page. If it is the same person, write “Ann Lee”; otherwise give this person a file in guests/.',
  ],
  noContent: [
    problems.noContent('my-show'),
    'error no-content: There is no content folder at my-show. Make the folder with a show.md in it, or name another with --content.',
  ],
  noShow: [
    problems.noShow(),
    'error no-show: The content folder has no show.md. Write show.md with a title and a url between --- lines: it is all a show needs to begin.',
  ],
  faintColour: [
    problems.faintColour(at, '#ffcc00', '#8a6d00'),
    'warning faint-colour: “#ffcc00” is too light to be read on the page, so a darker one of its kind stands in: #8a6d00. Nothing has to be done; to choose yourself, write a darker colour, such as #8a6d00.',
  ],
  noSlug: [
    problems.noSlug('episodes/---.md'),
    'error no-slug: This file’s name has no letter or digit to make an address of. Rename it, for example to my-episode.md.',
  ],
  noUrl: [
    problems.noUrl(),
    'warning no-url: The show has no url, so the feed and shared links point to this computer. Add a line: url: https://example.org/',
  ],
  notUtf8: [
    problems.notUtf8('episodes/a.txt'),
    'warning not-utf8: This file is not UTF-8 text, so accents may be wrong; it was read as Windows-1252. Save it again with the encoding UTF-8.',
  ],
  openMedia: [
    problems.openMedia(at, 'http://example.org/a.mp3'),
    'warning open-media: “http://example.org/a.mp3” is fetched without encryption, so browsers won’t load it on the page. Write https:// when the host has it; nearly every host does.',
  ],
  orphanTranscript: [
    problems.orphanTranscript('episodes/b.vtt', 'episodes/a.md'),
    'warning orphan-file: No episode has this file’s name, so it is not used. Did you mean episodes/a.md? Give both the same name.',
  ],
  pageTooLarge: [
    problems.pageTooLarge('episodes/a.md', 20_000_000),
    'error file-too-large: This page has 19 MB of text, more than a shelf of books. Put the transcript into a file beside it; a page may have 4 MB at most.',
  ],
  pathOutside: [
    problems.pathOutside(at, '../../x.vtt'),
    'error outside-content: The path “../../x.vtt” leaves the content folder, so it is not read. Put the file into the content folder, best beside this one, and name it from here.',
  ],
  reservedSlug: [
    problems.reservedSlug(at, 'episodes'),
    'error reserved-slug: The address /episodes/ is used by the site itself. Rename this file.',
  ],
  sameGuid: [
    problems.sameGuid(at, 'x-1', 'episodes/b.md'),
    'error duplicate-guid: The guid “x-1” is also that of episodes/b.md, so podcast apps will show only one. Give the newer one a guid of its own.',
  ],
  sameLanguage: [
    problems.sameLanguage(at, 'de', 'episodes/a.vtt', 'episodes/b.vtt'),
    'warning duplicate-language: episodes/a.vtt and episodes/b.vtt are both in the language “de”; only the first is used. Say which language each one is in, such as {file: foghorns.de.vtt, language: de}.',
  ],
  sameNumber: [
    problems.sameNumber(at, 4, 'episodes/b.md'),
    'warning duplicate-number: Episode number 4 is also the number of episodes/b.md. Give one of them another number.',
  ],
  sameSlug: [
    problems.sameSlug(at, 'foghorns', 'episodes/b.md'),
    'error duplicate-slug: This file and episodes/b.md would have the same address, “foghorns”. Rename one of them.',
  ],
  sameTitle: [
    problems.sameTitle(at, 'Foghorns', 'episodes/b.md'),
    'warning duplicate-title: The title “Foghorns” is also that of episodes/b.md. Give one of them another title, so that listeners can tell them apart.',
  ],
  sameTranscript: [
    problems.sameTranscript(at, 'episodes/b.md'),
    'warning duplicate-transcript: This transcript has the same words as that of episodes/b.md. Check which episode it belongs to.',
  ],
  severalTranscripts: [
    problems.severalTranscripts(at, 'episodes/a.vtt', ['episodes/a.srt']),
    'warning several-transcripts: There are several transcripts beside this episode; episodes/a.vtt is used, not episodes/a.srt. Say which one it is with a line: transcript: a.vtt',
  ],
  templateAsText: [
    problems.templateAsText(at, '{{ x }}'),
    'warning template-as-text: “{{ x }}” is shown as it stands; there is no template language in content. Write the words themselves, or put them in `backquotes` when they are meant.',
  ],
  transcriptTooLong: [
    problems.transcriptTooLong(at, 700, 600),
    'warning transcript-too-long: The transcript ends at 11:40, after the audio does at 10:00. Check that it is this episode’s transcript; if the audio was cut, set transcriptOffset.',
  ],
  transcriptTooShort: [
    problems.transcriptTooShort(at, 300, 3600),
    'warning transcript-too-short: The transcript ends at 5:00, long before the audio does at 1:00:00. Check that the file is whole, and that it is this episode’s.',
  ],
  unknownField: [
    problems.unknownField(at, 'sumary', 'summary', ['title', 'summary']),
    'error unknown-field: There is no field “sumary”. Did you mean “summary”?',
  ],
  wrongValue: [
    problems.wrongValue(at, 'duration', 'long', 'a time', '57:44'),
    'error wrong-value: “duration” should be a time, and is “long”. Write it like this: 57:44',
  ],
  activeFile: [
    problems.activeFile(at, 'episodes/a.html'),
    'warning active-file: episodes/a.html could run in a reader’s browser, so it is not published. Save it as a picture or a PDF; of an SVG, take out scripts, links and on… attributes.',
  ],
  badFileName: [
    problems.badFileName('episodes/a\\u{7}.md'),
    'warning bad-file-name: The name of this file has a character that no system shows, so the file is not read. Rename it with plain letters.',
  ],
  notAFile: [
    problems.notAFile('episodes/a.md'),
    'warning not-a-file: This is no file but a pipe, a device or a link to a folder, so it is not read. Copy the file itself into the content folder, or take this one out.',
  ],
  notAPicture: [
    problems.notAPicture(at, 'a.png', 'it is something else'),
    'warning not-a-picture: a.png can’t be shown as a picture: it is something else. Open it and save it again as JPEG, PNG, WebP or SVG.',
  ],
  unreadable: [
    problems.unreadable('episodes/a.md', 'it is not allowed'),
    'error unreadable: This can’t be read: it is not allowed. Check who may read it, and that it still lies there.',
  ],
  fieldTwice: [
    problems.fieldTwice(at, 'title'),
    'error yaml: The field “title” stands here a second time. Take one of the two out.',
  ],
  yamlTooDeep: [
    problems.yamlTooDeep(at),
    'error yaml: The front matter nests far deeper here than any field does. Look for brackets that are never closed; put a text that begins with one in quotes.',
  ],
  yamlError: [
    problems.yamlError(at, 'Missing closing "quote'),
    'error yaml: The front matter can’t be read here: Missing closing "quote. Look for a missing quote, a tab, or a colon in a text; put such a text in quotes.',
  ],
}

for (const [name, [problem, sentence]] of Object.entries(said)) {
  test(`${name} says what is wrong and how to mend it`, () => {
    const { severity, code, message, fix } = problem
    assert.equal(`${severity} ${code}: ${message} ${fix}`, sentence)
  })
}
