/** Labels of the invented scale, lowest first. */
export const LEVELS = [
  { name: 'Foundation', description: 'Knows what it is about and does parts of it under guidance.' },
  { name: 'Working', description: 'Does it alone in ordinary cases and asks at the right moment.' },
  { name: 'Practitioner', description: 'Does it well in hard cases, adapts it, and helps others do it.' },
  { name: 'Expert', description: 'Sets how it is done here and is asked beyond the own team.' },
] as const;

export interface InventedSkill {
  code: string;
  name: string;
  description: string;
  /** What somebody can do at each level, lowest first. */
  levels: [string[], string[], string[], string[]];
}

export const SKILLS: InventedSkill[] = [
  {
    code: 'explaining-data',
    name: 'Explaining data',
    description: 'Turning figures into something a colleague can decide by, without saying more than the figures hold.',
    levels: [
      ['read a chart aloud and say what its axes mean', 'name the source and date of a figure'],
      ['choose a chart that fits the question', 'say in one sentence what changed and by how much'],
      [
        'lead people who decide through a finding and its limits',
        'show how sure we are, and what would change the answer',
      ],
      ['set how the company reports uncertainty', 'coach others before they present to the board or the regulator'],
    ],
  },
  {
    code: 'data-quality',
    name: 'Data quality',
    description: 'Knowing whether data are fit for the use somebody has in mind, and making them so.',
    levels: [
      ['spot gaps, duplicates and impossible values in a table', 'report them where they are tracked'],
      ['write checks that run with every load', 'trace a wrong value back to where it was made'],
      ['agree with owners what good enough means for a use', 'mend causes in the process, not only values'],
      [
        'set the rules by which critical data are owned and measured',
        'judge new sources before the company depends on them',
      ],
    ],
  },
  {
    code: 'data-modelling',
    name: 'Data modelling',
    description: 'Giving data a shape that questions can be asked of for years.',
    levels: [
      ['read a diagram of tables and follow its keys'],
      ['design tables for one subject with keys, types and history', 'write down the meaning of every column'],
      ['model a subject that several teams share', 'change a model without breaking those who read it'],
      ['set modelling patterns for the company', 'decide what is one thing and what is two when teams disagree'],
    ],
  },
  {
    code: 'demand-forecasting',
    name: 'Demand forecasting',
    description: 'Saying how much water will be wanted, where and when, and how far to trust the number.',
    levels: [
      ['explain what drives demand on a day and over a year'],
      ['run the weekly forecast and check it against what happened'],
      ['improve a model and prove on held-out weeks that it is better', 'plan for drought and for frost'],
      ['answer for the twenty-five-year forecast', 'defend method and assumptions to the regulator'],
    ],
  },
  {
    code: 'code-review',
    name: 'Code review',
    description: "Reading a colleague's change so that the product gets better and the colleague does too.",
    levels: [
      ['read a change and ask about what is unclear', 'check that tests were run'],
      ['find faults in behaviour, naming and tests', 'say what must change and what is taste'],
      [
        'see risks in security, data and operation that tests do not show',
        'write comments that teach and keep the author in charge',
      ],
      ['shape how teams review', 'decide which changes need more than one pair of eyes'],
    ],
  },
  {
    code: 'automated-testing',
    name: 'Automated testing',
    description: 'Writing checks that a machine repeats, so that people can change things without fear.',
    levels: [
      ['run the tests and read why one fails', 'add a case to an existing test'],
      ['write tests that describe behaviour', 'make a bug fail in a test before mending it'],
      ['choose what to test at which level', 'make slow or flickering suites quick and steady'],
      ['set a testing strategy for a product', 'prove that a critical promise is held'],
    ],
  },
  {
    code: 'incident-response',
    name: 'Incident response',
    description: 'Getting a service back, telling people truthfully meanwhile, and learning from it.',
    levels: [
      ['recognise an alert and call the right person', 'keep a note of what happened when'],
      ['follow a runbook and say when it does not fit', 'write the first update for customers'],
      ['lead a response with several teams', 'run a review that finds causes and blames nobody'],
      ['set how the company prepares for the worst day', 'speak for the company to the regulator during it'],
    ],
  },
  {
    code: 'interface-design',
    name: 'Interface design',
    description: 'Designing the contracts by which programs talk to each other.',
    levels: [
      ['call an interface by its documentation'],
      ['design requests, answers and errors for one service', 'document them with examples that run'],
      ['evolve an interface that others depend on', 'choose between asking, telling and streaming'],
      ['set interface standards across the company'],
    ],
  },
  {
    code: 'leak-detection',
    name: 'Leak detection',
    description: 'Finding where water leaves the network, by pressure, flow and sound, before it is seen.',
    levels: [
      ['read a district meter and notice a raised night flow', 'set up a listening stick under guidance'],
      ['narrow a leak to a street by step test', 'pinpoint it by correlator and mark the dig'],
      ['find leaks in plastic pipe, under traffic and in noise', 'judge when to dig and when to listen again'],
      ['choose detection methods for a region', 'prove to the regulator what was saved'],
    ],
  },
  {
    code: 'safe-working',
    name: 'Safe working',
    description: 'Planning and doing work on the network so that everybody goes home.',
    levels: [
      ['follow a method statement and stop when something differs', 'use and check own protective equipment'],
      ['write a risk assessment for a routine dig', 'hold a briefing in which people speak up'],
      ['issue permits for confined spaces and live mains', 'change the plan when the site changes'],
      ['set the permit system and audit it', 'lead the inquiry after a near miss'],
    ],
  },
  {
    code: 'water-sampling',
    name: 'Water sampling',
    description: 'Taking samples whose results can be believed.',
    levels: [
      ['label, cool and hand over a sample without contaminating it'],
      ['take a full regulatory set at a tap', 'recognise a sample that must be taken again'],
      ['plan a round after a burst or a complaint', 'read results and call the right people in time'],
      ['answer for the sampling programme', 'represent it to the drinking water inspector'],
    ],
  },
  {
    code: 'customer-conversations',
    name: 'Customer conversations',
    description: 'Talking with customers so that they know where they stand, also when the news is bad.',
    levels: [
      ['listen, sum up and say what happens next'],
      ['explain a bill, a repair or a delay in plain words', 'notice when somebody needs extra help'],
      ['calm an angry conversation and keep the promise made in it', 'brief colleagues before a planned interruption'],
      ['shape what the company says in a large event', 'coach others from recorded conversations'],
    ],
  },
  {
    code: 'pressure-management',
    name: 'Pressure management',
    description: 'Keeping pressure where it should be, so that taps run, pipes last and leaks stay small.',
    levels: [
      ['read a pressure logger and say what is usual', 'report a valve that does not hold'],
      ['set a reducing valve and prove it at the critical point', 'find why pressure fell in one street'],
      ['design the settings of a district for summer and for fire', 'mend a district that surges'],
      ['decide where the company reduces pressure and what it gains', 'answer for transients across the trunk mains'],
    ],
  },
  {
    code: 'mains-repair',
    name: 'Mains repair',
    description: 'Mending a main so that it holds, is clean, and comes back when it was promised.',
    levels: [
      ['prepare fittings and keep them clean', 'hold and pass at a repair under pressure'],
      ['choose and fit a clamp or a cut-out', 'disinfect, flush and return a main to service'],
      ['repair trunk mains and awkward materials', 'decide between patch and replacement on site'],
      ['set the methods of repair', 'judge failures for the whole network'],
    ],
  },
  {
    code: 'field-records',
    name: 'Field records',
    description: 'Leaving a record by which the next crew finds what is really in the ground.',
    levels: [
      ['photograph and measure what was uncovered'],
      ['correct the map from the trench, with depth, material and date', 'say how sure a measurement is'],
      ['find and mend systematic faults of the map', 'settle with surveyors what is where'],
      ['set how assets are recorded from design to removal'],
    ],
  },
];
