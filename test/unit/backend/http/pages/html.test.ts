import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '#main/backend/http/pages/html.ts'

test('what is inserted is text, whatever it holds', () => {
  const name = `<img src=x onerror="alert('1')">&amp;`
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
  )
})

test('markup is inserted as it is, a list one after the other, null not at all', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
  expect(html`<ul>${items}${null}${7}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li>7</ul>')
})

test('no text ever opens a tag or ends an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"']/)
    }),
  )
})
