import { expect, test } from 'vitest'
import { html } from '#main/practice-idp/pages/html.ts'

test('values are escaped, markup is not, twice is never', () => {
  const value = `<a href="x" title='y'>&amp;</a>`
  const inner = html`<b>${value}</b>`
  expect(html`<p title="${value}">${inner}${[inner, html`<br>`]}</p>`.text).toBe(
    '<p title="&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;">' +
      '<b>&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;</b>'.repeat(2) +
      '<br></p>',
  )
})

test('nothing is written for undefined and false; zero is a number', () => {
  expect(html`${undefined}${false}${0}${''}`.text).toBe('0')
})
