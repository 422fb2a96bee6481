import { isCounted } from './counted.rules.js';

const asks = (headers: Record<string, string>, method = 'GET') => isCounted({ method, headers });

describe('a look at a badge', () => {
  it.each([
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    // A telephone whose maker is called so.
    'Mozilla/5.0 (Linux; Android 12; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
    'curl/8.5.0',
    '',
  ])('counts as %s', (agent) => expect(asks({ 'user-agent': agent })).toBe(true));

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
    'WhatsApp/2.23.20.0',
  ])('does not count as %s', (agent) => expect(asks({ 'user-agent': agent })).toBe(false));

  it('does not count where a browser fetches ahead, or only asks whether there is something', () => {
    expect(asks({ 'sec-purpose': 'prefetch;prerender' })).toBe(false);
    expect(asks({ purpose: 'prefetch' })).toBe(false);
    expect(asks({}, 'HEAD')).toBe(false);
  });
});
