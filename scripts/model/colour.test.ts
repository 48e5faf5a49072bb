import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Colour, contrast, formatColour, parseColour, readableOn } from './colour.ts'

function colour(text: string): Colour {
  const parsed = parseColour(text)
  assert.ok(parsed, `${text} is a colour`)
  return parsed
}

describe('colour', () => {
  for (const [text, hex] of [
    ['#a5402d', '#a5402d'],
    ['#A43', '#aa4433'],
    ['rgb(170, 68, 51)', '#aa4433'],
    ['hsl(120 100% 20%)', '#006600'],
    ['Teal', '#008080'],
    [' #fff ', '#ffffff'],
  ] as const) {
    test(`reads ${text}`, () => assert.equal(formatColour(colour(text)), hex))
  }

  for (const text of ['', 'reddish', '#12', '#ggg', 'rgb(1 2)', 'url(x)', 'red;}']) {
    test(`“${text}” is no colour`, () => assert.equal(parseColour(text), undefined))
  }

  test('a colour out of reach of screens loses chroma, not its hue', () => {
    assert.match(formatColour(colour('oklch(0.7 0.4 150)')), /^#[0-9a-f]{6}$/)
  })

  test('measures contrast as WCAG does', () => {
    assert.equal(Math.round(contrast(colour('#000'), colour('#fff'))), 21)
    assert.equal(contrast(colour('#777777'), colour('#fff')).toFixed(2), '4.48')
  })

  test('leaves a readable colour alone and darkens a pale one for a light paper', () => {
    const paper = colour('#faf8f4')
    const readable = colour('#8a2a1a')
    assert.equal(readableOn(paper, readable, 4.5), readable)
    const fitted = readableOn(paper, colour('yellow'), 4.5)
    assert.ok(contrast(paper, fitted) >= 4.5)
  })

  test('lightens a dark one for a dark paper', () => {
    const paper = colour('#161412')
    assert.ok(contrast(paper, readableOn(paper, colour('navy'), 5)) >= 5)
  })
})
