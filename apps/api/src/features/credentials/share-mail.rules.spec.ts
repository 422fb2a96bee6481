import { whyNotSent, wordsProblem } from './share-mail.rules.js';

const refused = (words: string) => wordsProblem(words)?.message ?? null;

describe('the words of a letter', () => {
  it.each([
    'See https://evil.example',
    'www.evil.example',
    'Look at evil.example today',
    'evil.example/path',
    'EVIL.EXAMPLE!',
    'ask me@evil.example',
    'mailto:somebody',
    'javascript:alert(1)',
    'evil。example',
    'bücher.example',
    'at 192.0.2.7 it is',
    'file://host/share',
    'xn--evil-9ra.example',
  ])('are refused where a mail program would make a link of them: %s', (words) => {
    expect(wordsProblem(words)?.field).toBe('words');
  });

  it.each([
    'For post 12, as asked.',
    'I did this in 2026. It took 3.5 days, i.e. not long, e.g. for a Ph.D.',
    'Note: see page 4/5 of my letter. Thanks, Bo',
    'Done at 10.30 a.m. on 12.05.2026; version 2.0',
  ])('stand as they are where none would: %s', (words) => {
    expect(refused(words)).toBeNull();
  });

  it('are refused by the word that is meant, and what to do about it', () => {
    expect(refused('I know Node.js well')).toBe(
      'Mail programs make a link of “Node.js”. Leave it out, or write it without the full stop. The letter has the link to your badge.',
    );
  });
});

describe('why a letter did not leave', () => {
  it('is what the receiving side answered, and nothing of our own network', () => {
    expect(whyNotSent("Can't send mail - all recipients were rejected: 550 5.1.1 No such user")).toBe(
      'The mail server answered: 550 5.1.1 No such user',
    );
    expect(whyNotSent('connect ECONNREFUSED 10.0.0.5:2550')).toBe('Our mail server could not be reached.');
    expect(whyNotSent('getaddrinfo ENOTFOUND smtp.internal')).toBe('Our mail server could not be reached.');
    expect(whyNotSent(null)).toBeNull();
  });
});
