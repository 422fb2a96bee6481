import type { InventedAchievement } from './invented-achievement.js';

export const DATA_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'explaining',
    name: 'Explaining data to people who decide',
    description:
      'You take a finding to colleagues who must decide something, and they leave knowing what the data say, how sure we are, and what is still open.',
    skill: 'explaining-data',
    levelOrdinal: 3,
    outcomes: [
      'Frame a finding as an answer to the decision at hand',
      'State uncertainty in words and figures that the audience uses correctly',
      'Choose and defend a presentation that does not mislead',
    ],
    evidenceAsked: [
      'A briefing, deck or note that you wrote for a real decision',
      'What was decided, in the words of somebody who decided',
      'A draft or a chart that you gave up, and why',
    ],
    criteria: [
      {
        id: 'question',
        title: 'Starts from the decision',
        description: 'Whether the work answers what people have to decide, not what the data happen to offer.',
        weight: 3,
        mustPass: true,
        levels: [
          'Presents data without saying which decision they serve.',
          'Names the decision, but most of what follows does not bear on it.',
          'Says in the first lines what is to be decided and what the data say about it; everything else serves that.',
          'Reshapes the question with those who decide, so that it can be answered, and shows what changed by doing so.',
        ],
      },
      {
        id: 'uncertainty',
        title: 'Says how sure we are',
        description: 'How limits and uncertainty are told.',
        weight: 3,
        mustPass: true,
        levels: [
          'Gives single figures as if they were certain.',
          'Mentions limits in general words that change nothing for the reader.',
          'Gives ranges or scenarios with their reasons, and says what would change the answer.',
          'Shows how the decision differs across the range, and helps the audience to choose under it.',
        ],
      },
      {
        id: 'picture',
        title: 'Shows it truthfully',
        description: 'Charts, tables and their words.',
        weight: 2,
        mustPass: false,
        levels: [
          'Axes, units or sources are missing, or the picture suggests what the data do not hold.',
          'Readable, but the eye is led to something beside the point.',
          'The form fits the question; axes, units, source and date are there; the point is seen at once.',
          'Compares forms that were tried and argues from what readers understood.',
        ],
      },
      {
        id: 'effect',
        title: 'Is used',
        description: 'What came of it.',
        weight: 2,
        mustPass: false,
        levels: [
          'There is no sign that anybody used it.',
          'It was presented; what came of it is not shown.',
          'Somebody who decided says how it bore on the decision.',
          'It is shown what the decision led to, and what was learned for the next time.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 24,
    evidenceMaxAgeMonths: 18,
    workloadHours: 12,
    founders: ['ingrid', 'rahul', 'chiara', 'siobhan', 'hiroshi'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Briefing: night flow in {place}',
        content: [
          'Decision: whether to bring the {place} survey forward to {when}.',
          '',
          'What we know: night flow in the district rose from 14 to 19 litres a second',
          'between the first and the sixth week. The meter was recalibrated in week two,',
          'which explains between 1 and 2 litres of the rise.',
          '',
          'How sure we are: with the recalibration taken out, the rise is 3 to 4 litres.',
          'A rise of that size came from leakage in 7 of the last 9 cases here.',
          '',
          'What would change the answer: a large user filling tanks at night. We asked',
          'the three largest; two say no, the third has not answered.',
          '',
          'Proposal: survey the eastern half first. It costs two crew nights and covers',
          'four fifths of the rise.',
        ].join('\n'),
        note: 'Sent to the area manager before the weekly planning.',
      },
      {
        kind: 'TEXT',
        title: 'What the planning meeting decided',
        content:
          'The area manager wrote afterwards: “We took the eastern half first because the note said what we would miss if we did not. The range was what settled it: even at the lower end it paid for the two nights.” The survey in {place} found two leaks that together explain 2.6 litres a second.',
        note: 'From the minutes, with leave of the manager.',
      },
      {
        kind: 'TEXT',
        title: 'The chart I threw away',
        content:
          'My first chart had two axes and both lines met in week four, which looked like a cause. Nobody can read two axes in a meeting. I replaced it by one line with the band of the last three winters behind it. A colleague who had not seen the first one told me the point within five seconds.',
        note: 'Both versions are in the team folder.',
      },
    ],
    shownBy: { question: [0, 0], uncertainty: [0, 0], picture: [2, 2], effect: [1, 1] },
    reflections: {
      question: [
        'The first line names the decision. I rewrote it after the manager said that the old one made her look for it.',
        'I left out everything that would not have changed what we did in {place}.',
      ],
      uncertainty: [
        'I took the recalibration out and gave the rise as a range, because the single figure would have been wrong by a third.',
        'The last paragraph says what would prove us wrong, and whom we asked.',
      ],
      picture: [
        'One line, one band, source and date below. I tried it on somebody who knew nothing of the case.',
        'I gave up the chart with two axes because it suggested a cause that we had not shown.',
      ],
      effect: [
        'The minutes say what was decided and why; the range was named as the reason.',
        'The survey found what we had expected at the lower end, and I wrote that down for the next time.',
      ],
    },
    comments: {
      question: {
        met: 'The decision stands in the first line and everything else serves it.',
        notYet:
          'The note says what the data show, but a reader has to guess what is to be decided. Put the decision and your answer first.',
      },
      uncertainty: {
        met: 'The range has a reason, and you say what would change it.',
        notYet:
          'The figure stands alone. Say how far it could be off, why, and whether that would change the decision.',
      },
      picture: {
        met: 'One chart, readable at once, with source and date.',
        notYet:
          'The second axis suggests a cause. Show one thing, or say plainly that the two are not known to be linked.',
      },
      effect: {
        met: 'The words of the manager show that it was used.',
        notYet: 'We do not see what came of it. A line from somebody who decided would be enough.',
      },
    },
  },
  {
    key: 'quality',
    name: 'Checks that run with every load',
    description:
      'You know what the data are used for, you check them with every load, and you follow what is wrong back to where it was made.',
    skill: 'data-quality',
    levelOrdinal: 2,
    outcomes: [
      'Derive checks from the use that data are put to',
      'Build checks that run without anybody thinking of them',
      'Trace a fault to its origin and get it mended there',
    ],
    evidenceAsked: [
      'Checks that run on real data, with their results over at least four weeks',
      'One fault that you traced to its origin',
    ],
    criteria: [
      {
        id: 'use',
        title: 'Knows what good enough means',
        description: 'Where the thresholds of the checks come from.',
        weight: 2,
        mustPass: false,
        levels: [
          'Checks whatever is easy to check.',
          'Names a use, but thresholds are guesses.',
          'Thresholds follow from what those who use the data can live with, and that is written down.',
          'Thresholds were tried against past faults and changed where they were wrong.',
        ],
      },
      {
        id: 'automatic',
        title: 'Checks run by themselves',
        description: 'How checks are built and what happens when one fails.',
        weight: 3,
        mustPass: true,
        levels: [
          'Checks are run by hand when somebody remembers.',
          'Checks run, but nobody is told when they fail.',
          'Checks run with every load; a failure reaches a named person and stops what it must stop.',
          'Failures are told apart by what they endanger; false alarms are counted and have gone down.',
        ],
      },
      {
        id: 'origin',
        title: 'Mends causes',
        description: 'What is done about what the checks find.',
        weight: 3,
        mustPass: true,
        levels: [
          'Values are corrected in the table and come back.',
          'The origin is named, but nothing changed there.',
          'One fault was traced to where it was made and mended there with its owner.',
          'The same kind of fault was made impossible or is caught where it is made.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 10,
    founders: ['ingrid', 'chiara', 'rahul', 'siobhan', 'hiroshi'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Check results of the {place} meter load',
        content: [
          'meter load {place}, weeks 1 to 6',
          '',
          'check                          failed loads  of  told to',
          'no reading older than 26 h               2  42  on-call analyst',
          'no meter twice in one load               0  42  on-call analyst',
          'reading not below the last one           5  42  on-call analyst',
          'flow within 3x of the same weekday       1  42  planning',
          '',
          'week 3: five falling readings, all of one logger type after a battery change.',
          'week 5: rule added at the logger gateway; none since.',
        ].join('\n'),
        note: 'Written by the load itself; the last two lines are mine.',
      },
      {
        kind: 'TEXT',
        title: 'Following five falling readings home',
        content:
          'A meter cannot run backwards, yet five did in {place}. All five loggers had new batteries. The firmware starts at zero and sends the true reading an hour later. I showed this to the workshop; since {when} they wait for the second reading before they close the job, and the gateway drops the first one.',
        note: 'The workshop lead confirmed the change by mail.',
      },
      {
        kind: 'LINK',
        title: 'The checks in our repository',
        content: 'https://git.calder-water.example/data/meter-load/checks',
        note: 'Every change was reviewed; start with the file on readings.',
      },
    ],
    shownBy: { use: [0, 0], automatic: [2, 0], origin: [1, 1] },
    reflections: {
      use: [
        'I asked planning what would mislead them: a missing day matters, a late hour does not. The 26 hours come from there.',
        'The factor of three comes from the ten worst days of the last two years.',
      ],
      automatic: [
        'The checks run in the load and the load stops before planning sees wrong figures.',
        'The table shows who is told. The first week nobody was, so I changed it.',
      ],
      origin: [
        'I could have corrected the five readings. Instead I found the firmware.',
        'The gateway now drops what the logger sends first, so it cannot come back in this form.',
      ],
    },
    comments: {
      use: {
        met: 'The thresholds come from those who plan, and it is written down.',
        notYet: 'Why 26 hours? Say what those who use the data told you.',
      },
      automatic: {
        met: 'They run with the load and stop it where they must.',
        notYet: 'We see checks, but not who is told when one fails.',
      },
      origin: {
        met: 'Traced to the firmware and mended with the workshop.',
        notYet: 'The values were corrected. Show what changed where they are made.',
      },
    },
  },
];
