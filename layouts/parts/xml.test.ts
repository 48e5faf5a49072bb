import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { validateXML } from 'xmllint-wasm'
import { cdata, element, textElement, xmlDocument } from './xml.ts'

/** What libxml2 says against the document; an empty list when it is well-formed. */
async function faults(contents: string): Promise<readonly { message: string }[]> {
  const { errors } = await validateXML({ xml: contents, normalization: 'c14n' })
  return errors
}

test('text and attributes are escaped', () => {
  assert.equal(
    element('a', { b: 'x < "y" & z\n' }, 'p < q & r > s').xml,
    '<a b="x &lt; &quot;y&quot; &amp; z&#10;">p &lt; q &amp; r &gt; s</a>',
  )
})

test('what is undefined is left out', () => {
  assert.equal(element('a', { b: undefined, c: 0 }, undefined, false).xml, '<a c="0"/>')
  assert.equal(textElement('a', undefined), undefined)
  assert.equal(textElement('a', ''), undefined)
  assert.equal(textElement('a', 0)?.xml, '<a>0</a>')
})

test('a CDATA section survives its own end', () => {
  assert.equal(cdata('x ]]> y').xml, '<![CDATA[x ]]]]><![CDATA[> y]]>')
  const parsed = new XMLParser().parse(element('a', {}, cdata('x ]]> y ]]>')).xml)
  assert.equal(parsed.a, 'x ]]> y ]]>')
})

test('characters that XML forbids are dropped, all others stay', () => {
  assert.equal(
    element('a', {}, 'a\u0000b\u0007c\u001Dd\uD800e\uFFFEf\t\u{1F514}\u05D0\u202E').xml,
    '<a>abcdef\t\u{1F514}\u05D0\u202E</a>',
  )
})

test('libxml2 accepts a document of any characters whatever', async () => {
  assert.notDeepEqual(await faults('<a>\u0007</a>'), [], 'libxml2 would see a fault')
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 300, seed: 7 })
  const bytes = fc.sample(
    fc.array(fc.constantFrom(']', ']>', '<', '&', '"', '\u0000', '\uDC00', '\u001B', '-->')),
    { numRuns: 300, seed: 7 },
  )
  const all = [...texts, ...bytes.map(parts => parts.join(''))]
  const children = all.map(text => element('b', { c: text }, text, cdata(text)))
  assert.deepEqual(await faults(xmlDocument(element('a', {}, ...children))), [])
})
