import type { InventedAchievement } from './invented-achievement.js';

export const SOFTWARE_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'review',
    name: 'Reviews that teach',
    description: 'Your reviews find what matters, and the people whose changes you read build better ones afterwards.',
    skill: 'code-review',
    levelOrdinal: 3,
    outcomes: [
      'Find risks in behaviour, security and operation that tests do not show',
      'Tell what must change from what is taste',
      'Leave the author in charge and better equipped',
    ],
    evidenceAsked: [
      'Three reviews of changes by at least two colleagues',
      'What one of them did differently afterwards',
    ],
    criteria: [
      {
        id: 'finds',
        title: 'Finds what matters',
        description: 'The weight of what is found.',
        weight: 3,
        mustPass: true,
        levels: [
          'Comments on form only.',
          'Finds faults that tests or tools would have found.',
          'Finds at least one risk in behaviour, security or operation that no test showed, and says how it would go wrong.',
          'Finds what is missing in the design and offers a smaller way to the same end.',
        ],
      },
      {
        id: 'weighs',
        title: 'Weighs its words',
        description: 'Whether the author can tell what must change.',
        weight: 2,
        mustPass: false,
        levels: [
          'Everything sounds equally grave.',
          'Some comments are marked as optional, without a line that could be learned.',
          'Every comment says whether it blocks, and why; taste is named as taste.',
          'Rules the team agreed on later can be traced to these reviews.',
        ],
      },
      {
        id: 'teaches',
        title: 'Teaches',
        description: 'What the author takes away.',
        weight: 3,
        mustPass: false,
        levels: [
          'Hands over finished code instead of a reason.',
          'Gives reasons, but for this line only.',
          'Gives reasons that carry further, asks before telling, and the author solves it.',
          'Shows that a colleague now finds the same kind of fault alone.',
        ],
      },
      {
        id: 'pace',
        title: 'Keeps work moving',
        description: 'How long people wait and how often a change goes to and fro.',
        weight: 1,
        mustPass: false,
        levels: [
          'Authors wait for days, or get new demands in every round.',
          'Answers come in time, but in many small rounds.',
          'First answer within a working day, everything said in one or two rounds.',
          'Talks first where writing would take rounds, and writes down what was agreed.',
        ],
      },
    ],
    cutScore: 0.62,
    validityMonths: 24,
    evidenceMaxAgeMonths: 12,
    workloadHours: 8,
    founders: ['marcus', 'siobhan', 'hiroshi', 'chiara', 'rahul'],
    evidence: [
      {
        kind: 'LINK',
        title: 'Review: retries in the billing export',
        content: 'https://git.calder-water.example/digital/billing-export/merge/418',
        note: 'The second thread is the one about charging twice.',
      },
      {
        kind: 'TEXT',
        title: 'What I saw and how I said it',
        content:
          'The change retried the whole export when one row failed. Tests passed, because none has a second try. I asked what happens to the rows that had already gone out, and did not say more. The author wrote the test that charged a customer in {place} twice, and then moved the retry to the row. I marked two further comments as taste; one was taken.',
        note: 'My notes after the review.',
      },
      {
        kind: 'TEXT',
        title: 'A month later',
        content:
          'In {when} the same colleague reviewed a change of mine and asked what my retry does to what has already been sent. I had forgotten it. That is the best outcome I can show.',
        note: 'The colleague has read this and agrees.',
      },
    ],
    shownBy: { finds: [1, 0], weighs: [1, 0], teaches: [1, 2], pace: [0, 1] },
    reflections: {
      finds: [
        'Nothing failed, but customers would have paid twice. I looked at what happens between the two tries.',
        'The risk was in operation: the first failure would have come on a bank holiday.',
      ],
      weighs: [
        'One comment blocked, two were taste and said so.',
        'I wrote why the first one could not wait; the author did not have to guess.',
      ],
      teaches: [
        'I asked instead of telling. The test that came out of it was better than the one I had in mind.',
        'A month later the question came back to me in another change.',
      ],
      pace: [
        'First answer after two hours, two rounds in all.',
        'We talked for ten minutes and I wrote down what we agreed.',
      ],
    },
    comments: {
      finds: {
        met: 'Charging twice is a real risk that no test showed, and you say how it happens.',
        notYet: 'These are things the linter finds. Show one risk that no tool would.',
      },
      weighs: {
        met: 'It is clear what blocks and what is taste.',
        notYet: 'An author cannot tell which of these eleven comments must be done.',
      },
      teaches: {
        met: 'A question, a test by the author, and the same question coming back. Convincing.',
        notYet: 'You hand over the solution. Show one review in which the author found it.',
      },
      pace: { met: 'Quick, in two rounds.', notYet: 'The third round brings demands that were there in the first.' },
    },
  },
  {
    key: 'incident',
    name: 'Leading an incident',
    description:
      'You lead people of several teams through an incident, keep customers truthfully informed, and make sure that we learn.',
    skill: 'incident-response',
    levelOrdinal: 3,
    outcomes: [
      'Take and hand over command in words',
      'Decide under uncertainty and say so',
      'Lead a review that finds causes and blames nobody',
    ],
    evidenceAsked: [
      'The timeline of an incident that you led',
      'Updates that went out during it',
      'The review afterwards, with what changed',
    ],
    criteria: [
      {
        id: 'command',
        title: 'Leads',
        description: 'Who decides, and whether everybody knows it.',
        weight: 3,
        mustPass: true,
        levels: [
          'Works on the fault; nobody leads.',
          'Leads in part; people ask who decides.',
          'Takes command in words, gives tasks to named people, and hands over with the state of things.',
          'Sees that command must grow or move, and does it before it is needed.',
        ],
      },
      {
        id: 'truth',
        title: 'Tells the truth on time',
        description: 'What customers and colleagues heard meanwhile.',
        weight: 3,
        mustPass: true,
        levels: [
          'Updates are missing, or say that all is well when it is not.',
          'Updates come late or say only what is certain.',
          'The first update goes out within thirty minutes, says what we know and do not know, and when the next one comes.',
          'Those most affected are told first and in ways that reach them.',
        ],
      },
      {
        id: 'learning',
        title: 'Makes us learn',
        description: 'What is different afterwards.',
        weight: 2,
        mustPass: false,
        levels: [
          'No review, or one that ends with a name.',
          'A review that lists actions without saying what they prevent.',
          'A review that finds conditions and not culprits; at least one action was done and checked.',
          'The same kind of incident became impossible or shorter, and that is shown.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 24,
    evidenceMaxAgeMonths: 24,
    workloadHours: 14,
    founders: ['siobhan', 'hiroshi', 'marcus', 'chiara', 'rahul'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Timeline: payments down, {when}',
        content: [
          '07:42  alert: card payments failing, 4 in 5',
          '07:46  I take command; Isla on the payment logs, Eoin on the provider',
          '07:58  first update to the contact centre and the status page',
          '08:10  provider sees nothing; our certificate ended at 07:40',
          '08:14  decision: old certificate chain back in, though we do not yet know why',
          '08:21  payments back; we keep the command open',
          '08:55  second update, with what people should do who paid twice',
          '09:30  handed over to Nadia: state, open questions, next update at 11:00',
        ].join('\n'),
        note: 'Copied from the channel; times are the channel’s.',
      },
      {
        kind: 'TEXT',
        title: 'The first update, as it went out',
        content:
          'Since 07:40 most card payments fail. We know that it is on our side and are working on it. We do not know yet how long it takes. Nobody is charged a fee for paying later today. If you are in {place} and wait for a reconnection visit, it takes place. Next update at 09:00, or before if something changes.',
        note: 'Out at 07:58, sixteen minutes after the alert.',
      },
      {
        kind: 'TEXT',
        title: 'Review: a certificate nobody owned',
        content:
          'The certificate was renewed by hand every year by somebody who moved to another team in {when}. We looked for what made that possible: no list of certificates, no alert before the end, a runbook that named a person. Done since: certificates are renewed by a job, an alert comes 21 days before the end, and the runbook names a duty. We tried the alert by setting the clock of a test system forward.',
        note: 'Held four days later with eleven people.',
      },
    ],
    shownBy: { command: [0, 0], truth: [1, 1], learning: [2, 2] },
    reflections: {
      command: [
        'I said that I lead and gave two tasks to two names. At 09:30 I handed over with the open questions.',
        'Until 07:46 four people did the same thing. Saying one sentence ended that.',
      ],
      truth: [
        'The update says what we did not know. I fought to keep that sentence.',
        'The people waiting for a reconnection were the worst off, so they have a line of their own.',
      ],
      learning: [
        'The review asks what made it possible. Nobody is named in it.',
        'The alert was tried, not only built.',
      ],
    },
    comments: {
      command: {
        met: 'Command is taken and handed over in words; tasks have names.',
        notYet: 'You mended it well, but who led? Show where you took and handed over command.',
      },
      truth: {
        met: 'On time, honest about what was not known, and it says when more comes.',
        notYet: 'The first words to customers come after 55 minutes and say only what was certain.',
      },
      learning: {
        met: 'Conditions, not culprits, and an action that was tried.',
        notYet: 'The actions are fine, but none is shown to be done.',
      },
    },
  },
];
