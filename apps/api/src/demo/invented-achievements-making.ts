import type { InventedAchievement } from './invented-achievement.js';

/** What those who build data and software work for besides reviews, incidents and findings. */
export const MAKING_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'tests',
    name: 'Tests one can lean on',
    description:
      'You write tests that say what the product does, fail when it does not, and are quick enough to be run.',
    skill: 'automated-testing',
    levelOrdinal: 2,
    outcomes: ['Describe behaviour', 'Make a fault fail first', 'Keep the suite quick and steady'],
    evidenceAsked: ['A change with its tests', 'A fault that you made fail before you mended it'],
    criteria: [
      {
        id: 'behaviour',
        title: 'Describes behaviour',
        description: 'What the tests say to somebody who reads them.',
        weight: 3,
        mustPass: true,
        levels: [
          'Repeats the code.',
          'Behaviour, tied to names inside the code.',
          'Behaviour that a user could notice, still green after a rewrite inside.',
          'Tells the rule of the business in the business’s words.',
        ],
      },
      {
        id: 'first',
        title: 'Fails first',
        description: 'A fault as a test before its cure.',
        weight: 2,
        mustPass: true,
        levels: [
          'Mended, and no test.',
          'Tested after it was mended; nobody saw it fail.',
          'Seen to fail for the right reason, then mended.',
          'The test showed that the reported fault was half of it.',
        ],
      },
      {
        id: 'steady',
        title: 'Quick and steady',
        description: 'Time and flicker.',
        weight: 1,
        mustPass: false,
        levels: [
          'Run again until green.',
          'Steady, and nobody waits for it.',
          'Waits for what happens and not for time; the suite got no slower.',
          'Made an old part of the suite quicker on the way.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 36,
    evidenceMaxAgeMonths: 12,
    workloadHours: 7,
    founders: ['siobhan', 'hiroshi', 'marcus', 'chiara'],
    evidence: [
      {
        kind: 'LINK',
        title: 'Change: moving house without two bills',
        content: 'https://git.calder-water.example/digital/accounts/merge/977',
        note: 'The first commit is the test that fails.',
      },
      {
        kind: 'TEXT',
        title: 'Half of a fault',
        content:
          'The report said that people who move in {when} get two bills. My test moved somebody on the last day of a month: two bills. Then on the first: none at all. Nobody had reported that. Both fail in the first commit and pass in the second. They talk to the service as the portal does, so the rewrite in {place} week did not touch them.',
        note: 'From the description of the change.',
      },
    ],
    shownBy: { behaviour: [1, 0], first: [1, 1], steady: [0, 0] },
    reflections: {
      behaviour: [
        'They say who is billed for which day, and nothing about tables.',
        'The inside was rewritten a month later; no test changed.',
      ],
      first: [
        'Two red, for two reasons, before I touched the code.',
        'The one nobody had reported would have cost us more.',
      ],
      steady: [
        'Half a second for both. They wait for the bill and not for a clock.',
        'Three hundred runs, no flicker.',
      ],
    },
    comments: {
      behaviour: {
        met: 'I could tell the rule from the tests alone.',
        notYet: 'These break when a method is renamed.',
      },
      first: {
        met: 'Seen red, for the right reason.',
        notYet: 'The test and the cure are in one commit. Show it red.',
      },
      steady: { met: 'Quick, and waits for what happens.', notYet: 'A sleep of two seconds is a guess.' },
    },
  },
  {
    key: 'model',
    name: 'Tables that last',
    description: 'You give one subject a shape that questions can be asked of for years, and write down what it means.',
    skill: 'data-modelling',
    levelOrdinal: 2,
    outcomes: ['Design tables with keys and history', 'Write down the meaning of every column', 'Bring old data in'],
    evidenceAsked: ['The model with its words', 'Three questions that it answers, with the queries'],
    criteria: [
      {
        id: 'shape',
        title: 'Gives it shape',
        description: 'Keys, types, history.',
        weight: 3,
        mustPass: true,
        levels: [
          'One wide table.',
          'Keys are there, history is overwritten.',
          'Keys that mean something, types that refuse nonsense, days on which things held.',
          'Shows a question that the former shape could not answer.',
        ],
      },
      {
        id: 'words',
        title: 'Says what it means',
        description: 'Every column, its unit, its source.',
        weight: 2,
        mustPass: false,
        levels: [
          'Names alone.',
          'Words that repeat the names.',
          'Meaning, unit, source and who answers for it.',
          'Settles a word that two teams used differently.',
        ],
      },
      {
        id: 'bring',
        title: 'Brings old data in',
        description: 'What fits, what does not, what was done with it.',
        weight: 2,
        mustPass: true,
        levels: [
          'Starts empty.',
          'In, and nobody knows what was lost.',
          'Counted before and after, what did not fit is kept aside with the reason.',
          'Found and mended the cause of what did not fit.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 11,
    founders: ['chiara', 'ingrid', 'rahul', 'hiroshi'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Meters and places',
        content: [
          'meter            what is read. one serial number, for good',
          'place            where water is taken. one address can be several',
          'meter_at_place   from, until (open: still there); no two meters at one place on one day',
          'reading          meter, day, litres, how (seen, sent, estimated), by whom',
          '',
          'old list 18,204 rows: 17,966 fit, 238 kept aside (two meters on one day), {when}',
        ].join('\n'),
        note: 'The page that hangs in the room.',
      },
      {
        kind: 'TEXT',
        title: 'What it answers now',
        content:
          'How much did this house in {place} use while these people lived there? The old list could not say, since a new meter overwrote the old one. And “property” was an address for billing and a pipe for the network; it is two words now and both teams signed the page.',
        note: 'With the three queries in the appendix.',
      },
    ],
    shownBy: { shape: [0, 1], words: [1, 0], bring: [0, 0] },
    reflections: {
      shape: [
        'A meter moves; that is why where it hangs has days of its own.',
        'The table refuses two meters at one place on one day.',
      ],
      words: [
        '“Property” meant two things. It took a morning and saves an argument a week.',
        'Each column has its unit and somebody to ask.',
      ],
      bring: [
        '238 rows did not fit, and each has its reason beside it.',
        'Counted before and after: nothing went missing.',
      ],
    },
    comments: {
      shape: {
        met: 'History that holds, and nonsense refused.',
        notYet: 'A new meter overwrites the old one here, too.',
      },
      words: {
        met: 'Two teams agree on a word. Well done.',
        notYet: '“meter_no: number of the meter” tells me nothing.',
      },
      bring: { met: 'Counted, and what did not fit is not lost.', notYet: 'How many rows were there before?' },
    },
  },
];
