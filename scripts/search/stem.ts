/**
 * What the forms of a word have in common: `deploys`, `deployed` and `deploying` all give `deploy`.
 * Lighter than a true stemmer on purpose: it only says which words stand together in the index and
 * count as nearly the same, so a wrong guess costs little, and it has to serve every language.
 */
export function stem(key: string): string {
  if (key.length < 4 || !/^[a-z]+$/.test(key)) return key
  const singular = withoutPlural(key)
  const bare = withoutEnding(singular)
  return /[^aeiou]y$/.test(bare) ? `${bare.slice(0, -1)}i` : bare
}

function withoutPlural(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word
}

const ENDINGS = ['ing', 'ed', 'er', 'ly', 'e'] as const

function withoutEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (base.length < 3 || !/[aeiouy]/.test(base)) continue
    // `running` → `run`, but `calling` → `call`.
    if (base.length > 3 && ending !== 'ly' && /([bdgmnprt])\1$/.test(base)) return base.slice(0, -1)
    return base.endsWith('e') && base.length > 3 ? base.slice(0, -1) : base
  }
  return word
}
