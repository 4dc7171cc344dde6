import { expect, test } from 'vitest'
import { htmlToText } from './html-text.ts'

test.each([
  ['plain words', 'plain words'],
  ['  two   blanks\n ', 'two blanks'],
  ['R&amp;D &eacute;&#8217;&nbsp;x', 'R&D é’ x'],
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<b>bo</b>ld', 'bold'],
  ['<td>1</td><td>2</td>', '1 2'],
  ['<script>if (a < b) x()</script>y', 'y'],
  ['a<style>p{}</style>b<!-- c > d -->e', 'abe'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<a title="x > y">z</a>', 'z'],
  ['<a title="x>z', 'z'],
  ['cut <b', 'cut'],
  ['<script>never closed', 'never closed'],
  ['&lt;b&gt; stays', '<b> stays'],
])('reads %j as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})
