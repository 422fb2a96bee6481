/** An attempt that ran its course: who, which achievement, handed in how many days ago, marked by whom, and how it ended. */
export interface EndedAttempt {
  person: string;
  achievement: string;
  daysAgo: number;
  assessor: string;
  /** The id of the criterion that was not met yet; none: passed. */
  unmet?: string;
  /** Handed in by the assessor, but not released yet. */
  unreleased?: true;
}

/** An attempt that waits in the queue. */
export interface WaitingAttempt {
  person: string;
  achievement: string;
  daysAgo: number;
  /** Taken and put back, by whom and why. */
  putBack?: { by: string; reason: string };
}

/** Something begun and not handed in. */
export interface BegunAttempt {
  person: string;
  achievement: string;
  daysAgo: number;
  /** How many criteria have evidence so far. */
  criteria: number;
}

type Ended = [person: string, achievement: string, daysAgo: number, assessor: string, unmet?: string];
const ended = (rows: Ended[]): EndedAttempt[] =>
  rows.map(([person, achievement, daysAgo, assessor, unmet]) => ({
    person,
    achievement,
    daysAgo,
    assessor,
    ...(unmet ? { unmet } : {}),
  }));

/** Oldest first. Nobody is marked by their manager, by somebody they manage, or by somebody of the same team. */
export const ENDED: EndedAttempt[] = [
  ...ended([
    ['bartek', 'leak', 810, 'doris'],
    ['kwabena', 'explaining', 765, 'ingrid'],
    ['bartek', 'dig', 748, 'gwen'],
    ['sunniva', 'leak', 720, 'doris'],
    ['nadia', 'review', 712, 'siobhan'],
    ['tevita', 'dig', 704, 'emeka'],
    ['maire', 'leak', 702, 'gwen'],
    ['zainab', 'incident', 694, 'hiroshi'],
    ['rosa', 'sample', 690, 'doris'],
    ['declan', 'sample', 676, 'gwen'],
    ['tevita', 'sample', 672, 'doris'],
    ['sunniva', 'talk', 668, 'gwen'],
    ['maire', 'talk', 663, 'doris'],
    ['koffi', 'sample', 661, 'doris'],
    ['sunniva', 'sample', 656, 'gwen'],
    ['sunniva', 'mend', 642, 'doris'],
    ['samir', 'quality', 640, 'chiara'],
    ['tevita', 'mend', 622, 'doris'],
    ['declan', 'leak', 620, 'gwen'],
    ['koffi', 'leak', 604, 'gwen'],
    ['kalea', 'talk', 600, 'doris'],
    ['siobhan', 'review', 598, 'chiara'],
    ['greta', 'talk', 581, 'gwen'],
    ['sunniva', 'dig', 562, 'gwen'],
    ['anamaria', 'quality', 560, 'rahul'],
    ['koffi', 'dig', 541, 'doris'],
    ['siobhan', 'incident', 515, 'chiara'],
    ['tevita', 'talk', 503, 'emeka'],
    ['tevita', 'leak', 500, 'doris'],
    ['sunniva', 'pressure', 499, 'gwen'],
    ['sunniva', 'permit', 481, 'doris'],
    ['sunniva', 'quiet', 452, 'gwen'],
    ['tevita', 'pressure', 431, 'emeka'],
    ['maire', 'pressure', 422, 'doris'],
    ['leila', 'quality', 420, 'chiara'],
    ['nadia', 'tests', 419, 'siobhan'],
    ['bartek', 'mend', 402, 'gwen'],
    ['nadia', 'incident', 400, 'marcus'],
    ['anamaria', 'model', 391, 'rahul'],
    ['oleksiy', 'leak', 382, 'doris'],
    ['chiara', 'incident', 380, 'siobhan'],
    ['zainab', 'tests', 379, 'hiroshi'],
    ['rosa', 'mend', 352, 'doris'],
    ['femi', 'talk', 341, 'gwen'],
    ['declan', 'mend', 333, 'gwen'],
    ['stefan', 'mend', 329, 'emeka'],
    ['rosa', 'leak', 310, 'gwen'],
    ['kwabena', 'quality', 305, 'ingrid'],
    ['koffi', 'mend', 303, 'doris'],
    ['joao', 'sample', 301, 'gwen'],
    ['rahul', 'explaining', 300, 'siobhan'],
    ['maire', 'incident', 299, 'siobhan'],
    ['tevita', 'permit', 297, 'doris'],
    ['pham', 'mend', 283, 'emeka'],
    ['tevita', 'quiet', 281, 'emeka'],
    ['lucas', 'tests', 262, 'marcus'],
    ['oleksiy', 'dig', 251, 'gwen'],
    ['chiara', 'quality', 250, 'siobhan'],
    ['pham', 'sample', 242, 'doris'],
    ['stefan', 'leak', 240, 'emeka'],
    ['ravi', 'model', 231, 'ingrid'],
    ['sunniva', 'incident', 222, 'hiroshi'],
    ['samir', 'model', 216, 'chiara'],
    ['oleksiy', 'mend', 211, 'gwen'],
    ['lotte', 'talk', 209, 'emeka'],
    ['samir', 'explaining', 205, 'ingrid'],
    ['stefan', 'pressure', 203, 'doris'],
    ['oleksiy', 'talk', 199, 'doris'],
    ['zainab', 'review', 190, 'marcus'],
    ['bartek', 'pressure', 181, 'doris'],
    ['hiroshi', 'review', 170, 'chiara'],
    ['eoin', 'tests', 161, 'siobhan'],
    ['tariq', 'leak', 152, 'gwen'],
    ['aoife', 'quality', 150, 'ingrid'],
    ['blessing', 'sample', 149, 'doris'],
    ['leila', 'model', 143, 'chiara'],
    ['hana', 'tests', 139, 'hiroshi'],
    ['tariq', 'dig', 138, 'doris'],
    ['rosa', 'talk', 131, 'gwen'],
    ['pham', 'talk', 122, 'emeka'],
    ['lucas', 'review', 120, 'hiroshi'],
    ['kirsty', 'sample', 111, 'doris'],
    ['elif', 'model', 109, 'rahul'],
    ['rosa', 'dig', 104, 'gwen'],
    ['thandi', 'incident', 100, 'siobhan'],
    ['tariq', 'mend', 96, 'doris', 'clean'],
    ['koffi', 'pressure', 92, 'gwen'],
    ['thandi', 'tests', 89, 'chiara'],
    ['aoife', 'explaining', 88, 'chiara'],
    ['blessing', 'talk', 81, 'doris'],
    ['tevita', 'incident', 75, 'siobhan', 'truth'],
    ['ximena', 'mend', 71, 'doris'],
    ['hassan', 'talk', 67, 'doris'],
    ['anamaria', 'incident', 62, 'hiroshi'],
    ['amina', 'mend', 61, 'gwen'],
    ['freya', 'tests', 54, 'marcus'],
    ['ewa', 'talk', 52, 'gwen', 'plain'],
    ['eoin', 'review', 50, 'siobhan'],
    ['pham', 'leak', 45, 'doris'],
    ['pham', 'dig', 44, 'emeka'],
    ['jun', 'explaining', 38, 'ingrid', 'uncertainty'],
    ['hana', 'review', 33, 'hiroshi', 'finds'],
    ['tariq', 'mend', 31, 'gwen'],
    ['amina', 'leak', 29, 'gwen', 'pinpoint'],
    ['owen', 'model', 28, 'ingrid', 'shape'],
    ['lucas', 'incident', 26, 'hiroshi', 'truth'],
    ['arjun', 'tests', 23, 'hiroshi', 'behaviour'],
    ['thandi', 'review', 20, 'marcus'],
    ['joao', 'dig', 16, 'doris'],
    ['stefan', 'dig', 12, 'emeka', 'stop'],
  ]),
  { person: 'owen', achievement: 'explaining', daysAgo: 5, assessor: 'rahul', unreleased: true },
  { person: 'eoin', achievement: 'incident', daysAgo: 4, assessor: 'siobhan', unreleased: true },
];

const waits = (achievement: string, people: [person: string, daysAgo: number][]): WaitingAttempt[] =>
  people.map(([person, daysAgo]) => ({ person, achievement, daysAgo }));

/**
 * Forty in the queue. Five of them wait for longer than they should: eight days are always too long, and four and a half
 * never are, on whatever weekday the demonstration is filled.
 */
export const WAITING: WaitingAttempt[] = [
  ...waits('explaining', [
    ['elif', 12],
    ['jun', 3.9],
    ['leila', 3.4],
    ['tomasz', 3.3],
    ['greta', 2.4],
    ['kalea', 1.1],
  ]),
  {
    person: 'meiling',
    achievement: 'explaining',
    daysAgo: 4.1,
    putBack: { by: 'ingrid', reason: 'I helped with this briefing; somebody else should judge it.' },
  },
  ...waits('quality', [
    ['jun', 10],
    ['tomasz', 4.2],
    ['meiling', 3.8],
    ['ravi', 2.9],
    ['elif', 1.6],
    ['owen', 0.7],
    ['kalea', 0.2],
  ]),
  ...waits('review', [
    ['hana', 11],
    ['dele', 4.1],
    ['freya', 3.1],
    ['arjun', 1.9],
    ['viktor', 0.9],
    ['ravi', 2.7],
  ]),
  {
    person: 'isla',
    achievement: 'review',
    daysAgo: 4.4,
    putBack: { by: 'siobhan', reason: 'I am away from tomorrow and would not finish it in time.' },
  },
  ...waits('incident', [
    ['lucas', 3.6],
    ['dele', 4.2],
    ['freya', 3.6],
    ['viktor', 2.2],
    ['hana', 1.4],
    ['ravi', 0.4],
  ]),
  ...waits('leak', [
    ['joao', 9.5],
    ['amina', 4.3],
    ['blessing', 3.7],
    ['ximena', 3.5],
    ['kirsty', 2.1],
    ['rhys', 0.6],
  ]),
  ...waits('dig', [
    ['declan', 9.2],
    ['amina', 3.8],
    ['blessing', 3.9],
    ['kirsty', 2.6],
    ['stefan', 1.2],
    ['rhys', 0.3],
  ]),
  {
    person: 'ximena',
    achievement: 'dig',
    daysAgo: 4.3,
    putBack: { by: 'doris', reason: 'The file of the risk assessment did not open for me on site.' },
  },
];

export const BEGUN: BegunAttempt[] = [
  { person: 'rosa', achievement: 'incident', daysAgo: 6, criteria: 1 },
  { person: 'ewa', achievement: 'explaining', daysAgo: 3, criteria: 2 },
  { person: 'elif', achievement: 'review', daysAgo: 2, criteria: 3 },
  { person: 'femi', achievement: 'explaining', daysAgo: 1, criteria: 0 },
];

/** Streets and districts that are on no map. */
export const PLACES = [
  'Harrowfold',
  'Netherby Cross',
  'Lower Tamsel',
  'Quarry End',
  'Brackmoor',
  'Sallowgate',
  'East Wennet',
  'Penny Lock',
  'Old Ferrisham',
  'Thistle Bank',
  'Cold Ashwick',
  'Market Orrin',
  'Hobb’s Weir',
] as const;
