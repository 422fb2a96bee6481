import { asHtml, asText, type Letter } from './letter.rules.js';

const letter: Letter = {
  subject: 'Ada <ada> asks',
  greets: 'Bo & Co',
  paragraphs: ['She wrote <script>alert(1)</script>.'],
  entries: [{ title: '"Due"', body: "Tomorrow's", url: 'https://x.example/?a=1&b="2"' }],
  act: { label: 'Answer', url: 'https://x.example/w/1' },
  closing: 'You were named.',
};

describe('a letter', () => {
  it('says the same as text and as HTML, what people wrote included', () => {
    const text = asText(letter);
    expect(text).toContain('Hello Bo & Co,');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('Answer:\nhttps://x.example/w/1');
    const html = asHtml(letter);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;2&quot;"');
    for (const word of ['Bo &amp; Co', 'Tomorrow&#39;s', 'You were named.']) expect(html).toContain(word);
  });

  it('fetches nothing when it is opened', () => {
    expect(asHtml(letter)).not.toMatch(/<img|<link|src=|url\(|@import/);
  });
});
