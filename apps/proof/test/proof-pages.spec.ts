import { renderDropped } from '../src/dropped-view.js';
import {
  buildEndorsement,
  buildOpenBadge,
  type Check,
  finding,
  type IssuancePlan,
  qualityProfile,
  type TrustList,
  type Verdict,
} from '@assay/credential';
import {
  english,
  factsOf,
  renderAchievementPage,
  renderEmbed,
  renderVerifyPage,
  renderNotFoundPage,
  renderProofPage,
} from '../src/index.js';

const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
const levels = [1, 2, 3].map((ordinal) => ({
  id: `l${ordinal}`,
  ordinal,
  label: `Step ${ordinal}`,
  points: ordinal,
  descriptor: `What step ${ordinal} looks like`,
}));
const plan: IssuancePlan = {
  version: 1,
  credentialId: 'urn:uuid:01938f3c-3b6e-7b6c-9a5e-0d9f4e6a1c01',
  issuer: { did: 'did:web:calder.example', name: 'Calder Water', url: 'https://calder.example' },
  verificationMethod: 'did:web:calder.example#z6Mk',
  validFrom: '2026-12-04T09:00:00Z',
  validUntil: '2029-12-04T09:00:00Z',
  subject: { id: 'urn:uuid:5a1a8b7e-2a54-4d27-9a3f-6cf0a1f3b0aa', name: 'Amara <Okafor>' },
  achievement: {
    id: 'https://calder.example/achievements/1',
    version: '2',
    name: 'Systems integration, level 3',
    description: 'Connects systems.',
    criteria: 'Real work.',
    imageUrl: 'https://calder.example/badges/1.svg',
    language: 'en',
    tags: [],
    level: { ordinal: 3, label: 'Practitioner', scale: ['1 Awareness', '2 Working', '3 Practitioner', '4 Expert'] },
    alignments: [
      {
        name: 'Systems integration, level 3 Practitioner',
        url: 'https://skills.example',
        framework: 'Example framework',
        type: 'ext:Skill',
      },
    ],
    workloadHours: 42,
    eqfLevel: 6,
  },
  criteria: [
    { id: 'a', title: 'Agrees contracts', requiredLevel: 2, achievedLevel: 3, levels },
    { id: 'b', title: 'Plans for failure', requiredLevel: 2, achievedLevel: 1, levels },
  ],
  evidence: [{ kind: 'File', madeOn: '2026-06-10', sha256: 'ab'.repeat(32) }],
  marking: { assessors: 1, doubleMarked: false },
  salt: 'A'.repeat(43),
};

const fine: Check[] = [
  finding('format', 'ok', 'formatOk'),
  finding('structure', 'ok', 'structureOk'),
  finding('signature', 'ok', 'signatureOk', {}, [{ label: 'key', value: 'did:web:calder.example#z6Mk' }]),
  finding('issuer', 'ok', 'issuerRegistered', { issuer: 'Calder Water plc' }),
  finding('status', 'ok', 'statusOk'),
  finding('dates', 'ok', 'datesOk'),
];

function data(of: IssuancePlan, verdict: Verdict = 'genuine-and-current', checks = fine) {
  const document = buildOpenBadge(of);
  const verification = { verdict, checks, checkedAt: '2027-01-11T09:14:00Z' };
  return {
    ...{ document, verification, assets },
    profile: qualityProfile(document, verification),
    badge: '<svg></svg>',
    address: 'https://calder.example/p/token',
    documentPath: '/p/token.json',
  };
}

function page(verdict: Verdict, instead?: Check): string {
  const checks = fine.map((check) => (check.name === instead?.name ? instead : check));
  return renderProofPage(
    {
      ...data(plan, verdict, checks),
      sharedUntil: new Date('2027-01-31T00:00:00Z'),
    },
    english,
  );
}

describe('the proof page', () => {
  it('says who earned what, from whom, and what was checked when', () => {
    const shown = page('genuine-and-current');
    for (const words of [
      'Amara &lt;Okafor&gt;',
      'Systems integration, level 3 of 4, Practitioner',
      'Calder Water plc issued it to',
      '42 hours, EQF 6',
      'What was checked, on 11 January 2027 at 09:14 UTC',
      'Shared by the holder until 31 January 2027',
      '1 of 2 criteria met',
      'Level 3 of 3, Step 3<',
      'Level 1 of 3, Step 1; level 2 would have met it',
      'File, 10 June 2026',
      'abababababababab',
    ])
      expect(shown).toContain(words);
  });

  it('says what was earned by its own name, and which skill that proves', () => {
    const named = { ...plan, achievement: { ...plan.achievement, name: 'Joins that hold' } };
    const shown = renderProofPage(data(named), english);
    expect(shown).toContain('<p class="earned">Joins that hold</p>');
    expect(shown).toContain('<p class="proves">Systems integration, level 3 of 4, Practitioner</p>');
  });

  it('says since when it was withdrawn or suspended, and why, while the check finds the same', () => {
    const since = new Date('2027-01-09T00:00:00Z');
    const shown = (verdict: Verdict, cause: 'NO_LONGER_TRUE' | 'UNDER_REVIEW') =>
      renderProofPage({ ...data(plan, verdict), changed: { cause, since } }, english);
    expect(shown('revoked', 'NO_LONGER_TRUE')).toContain(
      'Withdrawn on 9 January 2027: what it says is no longer true.',
    );
    expect(shown('suspended', 'UNDER_REVIEW')).toContain('Suspended since 9 January 2027: it is being looked into.');
    expect(shown('genuine-and-current', 'UNDER_REVIEW')).not.toContain('9 January 2027');
    expect(shown('broken', 'NO_LONGER_TRUE')).not.toContain('9 January 2027');
  });

  it('says that its holder renewed it, and nothing of it where the badge is broken', () => {
    const [from, until] = [new Date('2027-01-09T00:00:00Z'), new Date('2030-01-09T00:00:00Z')];
    const shown = (verdict: Verdict, end: Date | null) =>
      renderProofPage({ ...data(plan, verdict), renewed: { from, until: end } }, english);
    expect(shown('expired', until)).toContain(
      'The holder renewed it on 9 January 2027. The one that renewed it is valid until 9 January 2030.',
    );
    expect(shown('expired', null)).toContain('The one that renewed it does not end.');
    expect(shown('broken', until)).not.toContain('renewed it');
  });

  it('names the other credentials under the same link', () => {
    const among = { nth: 1, names: ['Systems integration', 'Joins <that> hold', ''], base: '/p/token' };
    const shown = renderProofPage({ ...data(plan), among }, english);
    expect(shown).toContain('3 credentials are shown by this link');
    expect(shown).toContain('<li aria-current="page">Systems integration</li>');
    expect(shown).toContain('<a href="/p/token/2">Joins &lt;that&gt; hold</a>');
    expect(shown).toContain('<a href="/p/token/3">Credential 3</a>');
  });

  it.each<[Verdict, Check, string, string]>([
    ['expired', finding('dates', 'warning', 'datesEnded'), 'it ended on 4 December 2029', 'amber'],
    [
      'unknown-issuer',
      finding('issuer', 'warning', 'issuerUnregistered', { issuer: 'x.example' }),
      'by an issuer we do not know',
      'amber',
    ],
    [
      'could-not-check',
      finding('status', 'not-checked', 'statusUnreachable'),
      'Whether it was withdrawn could not be checked',
      'grey',
    ],
    ['revoked', finding('status', 'failed', 'statusRevoked'), 'withdrawn by its issuer', 'red'],
  ])('%s: has a sentence and a tone of its own, and keeps the facts', (verdict, check, sentence, tone) => {
    const shown = page(verdict, check);
    expect(shown).toContain(sentence);
    expect(shown).toContain(`class="verdict ${tone}"`);
    expect(shown).toContain('Agrees contracts');
    expect(shown).not.toContain('genuine and current');
  });

  it('names every skill that was awarded, and what is said by the European descriptors', () => {
    const second = {
      name: 'Facilitation, level 2 Working',
      url: 'https://skills.example/f',
      framework: 'Other framework',
      type: 'ext:Skill',
    };
    const achievement = {
      ...plan.achievement,
      alignments: [...plan.achievement.alignments, second],
      descriptors: [{ element: 'Supervision', name: 'Supervision and identity', value: 'supervised <on site>' }],
    };
    const shown = renderProofPage(data({ ...plan, achievement }), english);
    expect(shown).toContain('Systems integration, level 3 Practitioner, from Example framework.');
    expect(shown).toContain('Facilitation, level 2 Working, from Other framework.');
    expect(shown).toContain('<dt>Supervision and identity</dt><dd>Supervised &lt;on site&gt;</dd>');
    expect(page('genuine-and-current')).not.toContain('European descriptors');
  });

  it('of a broken credential shows nothing that could be believed', () => {
    const shown = page('broken', finding('signature', 'failed', 'signatureWrong'));
    expect(shown).toContain('Do not rely on this.');
    expect(shown).not.toMatch(/Amara|Calder|Systems|2029|<svg><\/svg>/);
  });

  it('loads nothing from elsewhere and runs nothing inline', () => {
    const shown = page('genuine-and-current');
    expect(shown).not.toMatch(/ on\w+=|<style|style=|javascript:|(src|href)="(https?:)?\/\/(?!calder\.example\/p\/)/);
    expect(shown.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/proof/assets/s.js">']);
    expect(shown).toContain('<meta name="robots" content="noindex,nofollow">');
  });
});

describe('what the proof page adds', () => {
  it('answers what it is worth question by question, with where each answer comes from', () => {
    const shown = page('genuine-and-current');
    expect(shown).toContain('See each answer');
    expect(shown).toMatch(/<b>Learning time<\/b>.*?Met.*?42 hours\. <small>signed by the issuer<\/small>/);
    expect(shown).toMatch(/<b>Support for learners<\/b>.*?Not stated/);
    expect(shown).toMatch(/Quality index \d+ of 100/);
  });

  it('previews elsewhere as what is claimed, without a verdict that others would keep', () => {
    const shown = page('revoked', finding('status', 'failed', 'statusRevoked'));
    expect(shown).toContain('<meta property="og:image" content="https://calder.example/p/token/card.png">');
    expect(shown).toContain('<meta property="og:title" content="Systems integration, level 3: Amara &lt;Okafor&gt;">');
    expect(shown).not.toMatch(/<meta[^>]*genuine/);
    expect(page('broken', finding('signature', 'failed', 'signatureWrong'))).not.toContain('og:');
  });

  it('stands in other pages without a script, and says how it stands now', () => {
    const shown = renderEmbed(data(plan), english);
    expect(shown).toContain('Genuine and current');
    expect(shown).not.toContain('<script');
    expect(shown).toContain('href="https://calder.example/p/token" target="_blank"');
    expect(renderEmbed(data(plan, 'revoked'), english)).toContain('Withdrawn by its issuer');
    expect(renderEmbed(data(plan, 'broken'), english)).not.toMatch(/Amara|Calder Water/);
  });
});

describe('the page on which anybody checks any badge', () => {
  const found = (verdict: Verdict, checks = fine) => ({ verdict, checks, checkedAt: '2027-01-11T09:14:00Z' });

  it('takes a file or a text, and says that neither is sent', () => {
    const shown = renderVerifyPage(assets, english);
    expect(shown).toMatch(/<input type="file"[^>]*>.*<textarea/s);
    expect(shown).toContain('sent nowhere');
    expect(shown).not.toContain('action=');
  });

  it('shows what was found and what it is worth; of a forgery nothing that could be believed', () => {
    const document = buildOpenBadge(plan);
    const shown = renderDropped({ kind: 'badge', document, ...found('genuine-and-current') }, english).text;
    for (const words of ['Amara &lt;Okafor&gt;', 'What this browser checked', 'Computed in this browser'])
      expect(shown).toContain(words);
    expect(renderDropped({ kind: 'badge', document, ...found('unknown-issuer') }, english).text).toContain(
      '“Calder Water”',
    );
    const wrong = found('broken', [finding('signature', 'failed', 'signatureWrong')]);
    const forged = renderDropped({ kind: 'badge', document, ...wrong }, english);
    expect(forged.text).not.toMatch(/Amara|Calder/);
    expect(
      renderDropped({ kind: 'badge', ...found('broken', [finding('format', 'failed', 'formatNotJson')]) }, english)
        .text,
    ).toContain('no object could be read');
  });

  it('shows an endorsement as what it is: somebody’s words, and no verdict about the badge that they speak for', () => {
    const document = buildEndorsement({
      ...{ id: 'urn:uuid:1', about: 'urn:uuid:2', validFrom: '2026-12-04T09:00:00Z', isDemonstration: false },
      issuer: { did: 'did:web:calder.example', name: 'Calder Water', url: 'https://calder.example' },
      ...{ endorser: 'Ana <Ruiz>', capacity: 'Client', words: 'The pump <b>ran</b> the same night.' },
      status: { list: 'https://calder.example/status/1', index: 7 },
    });
    const shown = renderDropped({ kind: 'endorsement', document, ...found('genuine-and-current') }, english).text;
    for (const words of [
      'The pump &lt;b&gt;ran',
      'Ana &lt;Ruiz&gt;',
      'This endorsement is genuine',
      'urn:uuid:2',
      'which is not in this file',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toMatch(/This credential|issued it to|quality points/);
    const issuers = [{ name: 'The <Calder> guild', issuerIds: ['calder.example'] }];
    const listed = (list: TrustList) =>
      renderDropped({ kind: 'endorsement', document, ...found('genuine-and-current') }, english, list).text;
    expect(listed({ organisation: 'Ours', issuers })).toContain('trusts, as The &lt;Calder&gt; guild.');
    expect(listed({ organisation: 'Ours', issuers: [] })).toContain('not on the list of providers that Ours trusts');
    expect(shown).not.toContain('list of providers');
    const withdrawn = renderDropped({ kind: 'endorsement', document, ...found('revoked') }, english).text;
    expect(withdrawn).toContain('This endorsement was withdrawn');
    const forged = found('broken', [finding('signature', 'failed', 'signatureWrong')]);
    expect(renderDropped({ kind: 'endorsement', document, ...forged }, english).text).not.toMatch(/pump|Ruiz/);
  });
});

describe('the other pages', () => {
  it('tell nothing about a link that shows nothing', () => {
    expect(renderNotFoundPage(assets, english)).toContain('There is nothing to see here');
  });

  it('show what it takes to earn an achievement, and which level passes', () => {
    const criteria = [{ title: 'Agrees contracts', description: 'Both sides first.', required: 2, levels }];
    const shown = renderAchievementPage(
      {
        issuerName: 'Calder Water',
        name: 'Systems & integration',
        description: 'd',
        version: 2,
        badge: '',
        outcomes: ['connect'],
        criteria,
        descriptors: [{ id: 'Participation', name: 'Form of participation', value: 'online' }],
        assets,
      },
      english,
    );
    expect(shown).toContain('Systems &amp; integration');
    expect(shown).toContain('2 Step 2 <em>needed to pass</em>');
  });
});

describe('the facts of a credential', () => {
  it('are empty rather than wrong where a document says less', () => {
    expect(factsOf({})).toMatchObject({ holder: '', criteria: [], evidence: [], level: undefined, hours: undefined });
  });
});
