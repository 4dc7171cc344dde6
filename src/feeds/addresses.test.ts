import { expect, test } from 'vitest'
import { innerBase, resolveHtml, webAddress, wordsOfAddress } from './addresses.ts'

test.each([
  ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
  ['https://a.example', 'https://a.example/'],
  ['HTTP://A.Example/Ä b', 'http://a.example/%C3%84%20b'],
  ['https://a.example/x/../y', 'https://a.example/y'],
  ['https://a.example:443/', 'https://a.example/'],
  ['//b.example/c', 'https://b.example/c'],
  ['?q', 'https://base.example/d/e?q'],
  [' ../f\n', 'https://base.example/f'],
  ['feed:https://a.example/f', 'https://a.example/f'],
  ['feed://a.example/f', 'http://a.example/f'],
  ['https://1.2.3.999/', undefined],
  ['http://[', undefined],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['mailto:a@b.example', undefined],
  ['', undefined],
  [undefined, undefined],
])('makes of %j the address %j', (written, address) => {
  expect(webAddress(written, 'https://base.example/d/e')).toBe(address)
})

test('makes a base of an address only', () => {
  expect(innerBase('../z/', 'https://a.example/x/y')).toBe('https://a.example/z/')
  expect(innerBase('javascript:1', 'https://a.example/x')).toBe('https://a.example/x')
  expect(innerBase(`/${'x'.repeat(600)}/`, 'https://a.example/x')).toBe('https://a.example/x')
})

test.each([
  ['<a href="b">', '<a href="https://a.example/x/b">'],
  ["<a href='b?c=1&amp;d=2'>", "<a href='https://a.example/x/b?c=1&amp;d=2'>"],
  ['<img src=b alt=c>', '<img src="https://a.example/x/b" alt=c>'],
  [
    '<img srcset="b.png 1x, /c.png 2x">',
    '<img srcset="https://a.example/x/b.png 1x, https://a.example/c.png 2x">',
  ],
  [
    '<video poster="p"><source src="s"></video>',
    '<video poster="https://a.example/x/p"><source src="https://a.example/x/s"></video>',
  ],
  ['<A HREF = "/b">', '<A HREF = "https://a.example/b">'],
  ['<a href="#note">', '<a href="#note">'],
  ['<a href="mailto:x@y.example">', '<a href="mailto:x@y.example">'],
  ['<a href="https://b.example/c">', '<a href="https://b.example/c">'],
  ['href="b" outside a tag', 'href="b" outside a tag'],
  ['<!-- <a href="b"> --><p>', '<!-- <a href="b"> --><p>'],
  ['<a href="b', '<a href="b'],
  ['1 < 2 <a title="x" href="b">', '1 < 2 <a title="x" href="https://a.example/x/b">'],
])('makes of %s, below a page, %s', (html, resolved) => {
  expect(resolveHtml(html, 'https://a.example/x/y')).toBe(resolved)
})

test.each([
  ['https://a.example/2024/03/ferry-line-reopens-9912345.html', 'Ferry line reopens'],
  ['https://a.example/%C3%A9t%C3%A9-au-port', 'Été au port'],
  ['https://a.example/', 'a.example'],
  ['https://a.example/%zz-b', '%zz b'],
])('reads in %s the words %s', (address, words) => {
  expect(wordsOfAddress(address)).toBe(words)
})
