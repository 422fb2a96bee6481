import type { CourseOutcome } from '../features/courses/course-outcome.entity.js';

export interface InventedProvider {
  key: string;
  name: string;
  kind: 'OWN' | 'UNIVERSITY' | 'TRAINING_COMPANY' | 'PROFESSIONAL_BODY';
  country: string;
  website: string | null;
  qualityAssurance: string;
  trust: 'TRUSTED' | 'UNCHECKED';
  trustReason: string;
}

export interface InventedCourse {
  code: string;
  title: string;
  provider: string;
  url: string | null;
  description: string;
  area: string;
  topics: string[];
  hours: number;
  mode: 'ONLINE_SELF_PACED' | 'ONLINE_LIVE' | 'CLASSROOM' | 'BLENDED' | 'ON_THE_JOB';
  duration: string;
  support: string;
  price: [amount: number, currency: string] | null;
  prerequisites: string;
  builtOn: string[];
  /** Skill, level, and what finishing it leads to. */
  teaches: [skill: string, level: number | null, result: CourseOutcome['result']][];
}

export const PROVIDERS: InventedProvider[] = [
  {
    key: 'academy',
    name: 'Calder Water Academy',
    kind: 'OWN',
    country: 'GB',
    website: null,
    qualityAssurance: 'Courses are looked at once a year by the people who do the work.',
    trust: 'TRUSTED',
    trustReason: 'Our own; attendance is taken by the trainers.',
  },
  {
    key: 'college',
    name: 'Harrow Vale College',
    kind: 'UNIVERSITY',
    country: 'GB',
    website: 'https://college.example.org',
    qualityAssurance: 'External examiners; awards are regulated.',
    trust: 'TRUSTED',
    trustReason: 'Visited in 2025. Certificates can be checked with the registry.',
  },
  {
    key: 'bytework',
    name: 'Bytework Training',
    kind: 'TRAINING_COMPANY',
    country: 'IE',
    website: 'https://bytework.example.org',
    qualityAssurance: '',
    trust: 'UNCHECKED',
    trustReason: '',
  },
];

export const COURSES: InventedCourse[] = [
  {
    code: 'NET-101',
    title: 'Listening for leaks',
    provider: 'academy',
    url: null,
    description:
      'Two days with a ground microphone: what a leak sounds like in iron and in plastic, and how noise of the street is told from it.',
    area: 'Networks',
    topics: ['acoustics', 'pipe materials', 'night work'],
    hours: 14,
    mode: 'CLASSROOM',
    duration: '2 days',
    support: 'A mentor walks the first three nights with you.',
    price: null,
    prerequisites: '',
    builtOn: [],
    teaches: [['leak-detection', 2, 'SEND_FOR_REVIEW']],
  },
  {
    code: 'NET-102',
    title: 'Safe digging refresher',
    provider: 'academy',
    url: null,
    description: 'What changed in the rules, and what went wrong last year. Ends with a walk around an open trench.',
    area: 'Networks',
    topics: ['trenches', 'services plans', 'permits'],
    hours: 4,
    mode: 'ON_THE_JOB',
    duration: 'Half a day',
    support: 'The safety team answers during the whole week after.',
    price: null,
    prerequisites: 'A valid site card.',
    builtOn: [],
    teaches: [['safe-working', 2, 'COMPLETE']],
  },
  {
    code: 'DATA-201',
    title: 'Charts that answer questions',
    provider: 'college',
    url: 'https://college.example.org/charts',
    description:
      'From a question to a chart that a committee can decide by, without saying more than the figures hold.',
    area: 'Data',
    topics: ['charts', 'uncertainty', 'writing'],
    hours: 30,
    mode: 'BLENDED',
    duration: '6 weeks',
    support: 'Weekly hour with a tutor; a forum that is read every day.',
    price: [420, 'GBP'],
    prerequisites: 'Working with tables every day.',
    builtOn: [],
    teaches: [
      ['explaining-data', 2, 'ATTACH_EVIDENCE'],
      ['data-quality', 1, 'NONE'],
    ],
  },
  {
    code: 'DATA-202',
    title: 'Uncertainty for people who decide',
    provider: 'college',
    url: 'https://college.example.org/uncertainty',
    description: 'How sure we are, and how to say it.',
    area: 'Data',
    topics: ['intervals', 'risk', 'presenting'],
    hours: 24,
    mode: 'ONLINE_LIVE',
    duration: '4 weeks',
    support: 'Two tutors in every session.',
    price: [380, 'GBP'],
    prerequisites: 'Charts that answer questions',
    builtOn: ['DATA-201'],
    teaches: [['explaining-data', 3, 'ATTACH_EVIDENCE']],
  },
  {
    code: 'SW-310',
    title: 'Reviewing code with care',
    provider: 'bytework',
    url: 'https://bytework.example.org/review',
    description: 'Reading a change for behaviour, risk and tests; writing comments that teach.',
    area: 'Software',
    topics: ['pull requests', 'tests', 'feedback'],
    hours: 10,
    mode: 'ONLINE_SELF_PACED',
    duration: '10 hours, when it suits you',
    support: 'Mail answered within two days.',
    price: [95, 'EUR'],
    prerequisites: 'A year of writing code in a team.',
    builtOn: [],
    teaches: [
      ['code-review', 3, 'ATTACH_EVIDENCE'],
      ['automated-testing', null, 'NONE'],
    ],
  },
  {
    code: 'SW-320',
    title: 'When it breaks at night',
    provider: 'academy',
    url: null,
    description: 'An afternoon of rehearsed incidents: who speaks, who writes, who mends.',
    area: 'Software',
    topics: ['on call', 'communication'],
    hours: 5,
    mode: 'CLASSROOM',
    duration: 'One afternoon',
    support: 'The on-call group.',
    price: null,
    prerequisites: '',
    builtOn: [],
    teaches: [['incident-response', 2, 'COMPLETE']],
  },
];

/** Who finished what, how many days ago, and how they found it: content, teaching, usefulness. */
export const COMPLETIONS: [
  person: string,
  course: string,
  daysAgo: number,
  marks?: [number, number, number, string?],
][] = [
  ['doris', 'NET-102', 210, [4, 5, 5, 'The walk around the trench is the best part.']],
  ['emeka', 'NET-102', 210, [4, 4, 5]],
  ['gwen', 'NET-102', 209, [3, 4, 4, 'The slides could go.']],
  ['marcus', 'NET-102', 180, [5, 5, 5]],
  ['siobhan', 'NET-102', 180, [4, 4, 4]],
  ['hiroshi', 'NET-102', 179],
  ['callum', 'DATA-201', 320, [5, 4, 4]],
  ['yusuf', 'DATA-201', 140],
  ['rahul', 'SW-320', 95],
  ['chiara', 'SW-320', 95, [4, 3, 5]],
  ['ingrid', 'SW-310', 60],
];
