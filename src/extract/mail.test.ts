import { describe, expect, it } from 'vitest'
import { parseMail, readMail } from './mail.ts'

const source = (type: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    [
      'From: The Harbour Post <letters@harbour.example>',
      'To: ana@wen.example',
      'Subject: Board rebuilds the pier',
      'Date: Sat, 9 Mar 2024 10:00:00 +0200',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; charset=utf-8`,
      '',
      body,
    ].join('\r\n'),
  )

const PARAGRAPH =
  'The harbour board agreed on Monday to rebuild the old pier, and its members set aside twelve million for the work.'

describe('a mail', () => {
  it('becomes an article with its subject, sender and date', async () => {
    const read = readMail(
      await parseMail(
        source(
          'text/plain',
          `${PARAGRAPH}\r\n\r\n${PARAGRAPH.replace('Monday', 'Friday')}\r\n\r\nUnsubscribe | View in browser`,
        ),
      ),
    )
    expect(read.text.split('\n\n')).toEqual([
      'Board rebuilds the pier',
      PARAGRAPH,
      PARAGRAPH.replace('Monday', 'Friday'),
    ])
    expect(read.outlet).toMatchObject({ name: 'The Harbour Post', domain: 'harbour.example' })
    expect(read.published?.best).toBe('2024-03-09T08:00:00.000Z')
  })

  it('in HTML loses its tracking pixels and keeps spans in step with the subject', async () => {
    const mail = await parseMail(
      source(
        'text/html',
        `<table><tr><td><p>${PARAGRAPH} <a href="https://harbour.example/a">Here</a> it is.</p><p>${PARAGRAPH}</p><img src="https://t.example/o.gif" width="1" height="1"></td></tr></table>`,
      ),
    )
    expect(mail.html).not.toContain('t.example')
    const { text, marks } = readMail(mail)
    expect(text.startsWith('Board rebuilds the pier\n\n')).toBe(true)
    expect(marks.map((m) => text.slice(m.start, m.end))).toContain('Here')
  })

  it('that is no mail is read as text', async () => {
    expect((await parseMail(new Uint8Array())).subject).toBe('')
  })
})
