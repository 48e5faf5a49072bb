/**
 * English words that say nothing about what is talked about. In a large archive their frequency
 * gives them away; in a show of five episodes it can't. Other languages do without a list.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about above across actual actually after again against ago ah ahead all almost alone along already
  also although always am among amount an and another any anybody anymore anyone anything anyway
  apart are area aren't around as ask asked asking aspect at available away awesome back bad
  basically be became because become been before began begin behind being believe best better
  between big biggest bit both bring brought but buy by bye call called came can can't cannot care
  case cause certain certainly change changed check clear clearly close come comes coming common
  completely cool correct couldn't could couple course crazy curious cut day days deal definitely
  depending did didn't different difficult do does doesn't doing don't done down during each early
  easier easily easy either else end ended enough entire especially et even eventually ever every
  everybody everyone everything exactly example except excited exist expect extra eye fact fair
  fairly far fast feel feeling feels felt few figure figured finally find fine first five folks for
  forth forward found four from front fun funny further gave general generally get gets getting give
  given gives giving glad go god goes going gone gonna good got gotta gotten great guess guy guys had
  hadn't half hand happen happened happening happens happy hard has hasn't have haven't having he
  he'll he's hear heard hello help helpful her here here's hey hi high him himself his hit hm hmm hold
  honestly hope hour hours how how's however huge huh i i'd i'll i'm i've idea if imagine important in
  individual inside instead interested interesting into is isn't issue it it'd it'll it's its itself
  just keep kept kind kinda knew know known knows large last late later laughs laugh least leave left
  less let let's level like likely little live long longer look looked looking looks lot lots love low
  made main mainly make makes making man many matter may maybe me mean means meant might mind mine
  minute minutes moment month months more morning most mostly move moving mr much must my myself name
  near necessarily need needed needs neither never new next nice no nobody none nor normal not
  nothing notice now number obviously of off often oh ok okay old on once one ones only onto open opposed
  or other others otherwise our ours ourselves out over own part particular particularly parts past
  people per perfect perhaps person piece place places play plus point points possible possibly pretty
  probably problem problems proper put puts putting question questions quick quickly quite ran rather
  reached read ready real realize realized really reason reasons recently regard related remember rest
  right rough run running said same sat saw say saying says second seconds see seeing seem seemed seems
  seen self send sense sent set several shall she she's should shouldn't show side similar simple
  simply since single sit situation six small so some somebody someone something sometimes somewhat
  somewhere soon sorry sort sorts sound sounds speak speaking specific specifically spend spent spot
  stand start started starting starts stay step stick still stop story straight stuff such super
  suppose supposed sure take taken takes taking talk talked talking tell telling ten tend terms than
  thank thanks that that'd that'll that's the their theirs them themselves then there there's
  therefore these they they'd they'll they're they've thing things think thinking third this those
  though thought thoughts three through throughout throw thus till time times to today together told
  tomorrow tonight too took top total totally toward towards tried true try trying turn turned turns
  two type uh uh-huh um under understand unless until up upon us use used uses using usually various
  very via wait walk want wanted wants was wasn't watch way ways we we'd we'll we're we've week weeks
  weird welcome well went were weren't what what's whatever when whenever where where's wherever
  whether which while who who's whoever whole whom whose why will wish with within without won't wonder
  wondering word words work worked working works world worse worst worth would wouldn't wow wrong yeah
  year years yep yes yesterday yet yo you you'd you'll you're you've your yours yourself yup zero
  twenty thirty forty fifty hundred thousand million billion seven eight nine inaudible crosstalk
  laughter music applause chuckles unintelligible break jingle outro intro episode podcast listeners`
    .split(/\s+/)
    .filter(word => word !== ''),
)
