import { passingPath, rubricProblems, vagueVerb, vagueWords } from '@assay/rubric';
import type { AchievementVersion, AwardedSkill } from './achievement-version.entity.js';
import { untrueOfStacks } from './stack-descriptors.rules.js';

/** The principles of the EU for micro-credentials (Council Recommendation 2022/C 243/02, Annex II), in their order. */
export const PRINCIPLES = [
  'QUALITY',
  'TRANSPARENCY',
  'RELEVANCE',
  'VALID_ASSESSMENT',
  'LEARNING_PATHWAYS',
  'RECOGNITION',
  'PORTABLE',
  'LEARNER_CENTRED',
  'AUTHENTIC',
  'INFORMATION_AND_GUIDANCE',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

export const SECTIONS = [
  'basics',
  'outcomes',
  'rubric',
  'evidence',
  'marking',
  'descriptors',
  'validity',
  'badge',
  'assessors',
  'changes',
] as const;

/** Something that still stands between a draft and publishing, or that should be thought about. */
export interface OpenPoint {
  section: (typeof SECTIONS)[number];
  field: string;
  message: string;
}

/** One question to a draft before it is published. */
export interface PublicationCheck {
  key: string;
  principle: Principle;
  /** What is so when nothing is open. */
  title: string;
  /** Open points stop publishing; else they are advice. */
  isBlocking: boolean;
  points: OpenPoint[];
}

/** What a check needs to know beyond the draft itself. */
export interface DraftSurroundings {
  /** All that it awards, the principal one first. */
  skills: readonly AwardedSkill[];
  prerequisites: readonly { id: string; name: string; isOffered: boolean }[];
  /** Names of achievements that lead back to this one through their own prerequisites. */
  circular: readonly string[];
  /** How many job role levels ask for one of its skills. */
  askedByRoles: number;
}

// As badges take it: no badge could be issued that names its language in another way.
const LANGUAGE = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const MOST_HINTS = 20;

type Asked = Pick<PublicationCheck, 'key' | 'principle' | 'title'> & { advises?: true };
type Point = [section: OpenPoint['section'], field: string, message: string];

/** Every check that needs nothing but the draft and what is around it, by principle. Higher features add theirs. */
export function publicationChecks(draft: AchievementVersion, around: DraftSurroundings): PublicationCheck[] {
  const checks = [
    ...qualityChecks(draft),
    ...transparencyChecks(draft),
    ...relevanceChecks(draft, around),
    ...assessmentChecks(draft, around),
    ...pathwayChecks(draft, around),
    ...recognitionChecks(draft),
    ...personChecks(draft),
  ];
  return checks;
}

function ask({ advises, ...asked }: Asked, points: readonly (Point | false)[]): PublicationCheck {
  const open = points
    .filter((point) => point !== false)
    .map(([section, field, message]) => ({ section, field, message }));
  return { ...asked, isBlocking: !advises, points: open };
}

function qualityChecks({ route, rubric, descriptors }: AchievementVersion): PublicationCheck[] {
  return [
    ask(
      { key: 'rubric', principle: 'QUALITY', title: 'Every criterion has its levels in words' },
      // What is earned through others was assessed there.
      route === 'STACK'
        ? []
        : rubricProblems(rubric).map(({ path, message }): Point => ['rubric', `rubric.${path}`, message]),
    ),
    ask({ key: 'quality-assurance', principle: 'QUALITY', title: 'What assures its quality is said' }, [
      !descriptors.qualityAssurance.trim() &&
        descriptors.qualityAssuranceForm === null && [
          'descriptors',
          'descriptors.qualityAssurance',
          'Say what assures its quality.',
        ],
    ]),
  ];
}

function transparencyChecks(draft: AchievementVersion): PublicationCheck[] {
  const outcomes = draft.outcomes.map((text, place) => ({ text: text.trim(), place })).filter(({ text }) => text);
  return [
    ask({ key: 'named', principle: 'TRANSPARENCY', title: 'Its name and description say what it certifies' }, [
      !draft.name.trim() && ['basics', 'name', 'Give it a name.'],
      !draft.description.trim() && ['basics', 'description', 'Say in a few sentences what it certifies.'],
    ]),
    ask({ key: 'outcomes', principle: 'TRANSPARENCY', title: 'Outcomes say what a person can do' }, [
      outcomes.length === 0 && ['outcomes', 'outcomes', 'Say what people can do who have it.'],
    ]),
    ask(
      { key: 'outcome-verbs', principle: 'TRANSPARENCY', title: 'Outcomes begin with what can be seen', advises: true },
      outcomes.map(({ text, place }) => {
        const verb = vagueVerb(text);
        return (
          verb !== null && [
            'outcomes',
            `outcomes.${place}`,
            `“${verb}” cannot be seen. What does somebody do who does?`,
          ]
        );
      }),
    ),
    ask({ key: 'country', principle: 'TRANSPARENCY', title: 'The country of the issuer is said', advises: true }, [
      !draft.descriptors.country && ['descriptors', 'descriptors.country', 'Name the country from which it is issued.'],
    ]),
  ];
}

function relevanceChecks(draft: AchievementVersion, { skills, askedByRoles }: DraftSurroundings): PublicationCheck[] {
  return [
    ask({ key: 'skills', principle: 'RELEVANCE', title: 'Every skill is awarded at a level' }, [
      !draft.skillId && ['basics', 'skillId', 'Choose the skill that it proves.'],
      draft.levelOrdinal === null && ['basics', 'levelOrdinal', 'Choose the level that it proves.'],
      ...draft.furtherSkills.map(
        ({ levelOrdinal }, place): Point | false =>
          levelOrdinal === null && [
            'basics',
            `skills.${place + 1}.levelOrdinal`,
            `Choose the level of the ${ordinalWord(place + 2)} skill.`,
          ],
      ),
    ]),
    ask({ key: 'asked-by-roles', principle: 'RELEVANCE', title: 'Job roles ask for what it proves', advises: true }, [
      skills.length > 0 && askedByRoles === 0 && ['basics', 'skillId', 'No job role asks for any of its skills.'],
    ]),
  ];
}

function assessmentChecks(draft: AchievementVersion, { skills }: DraftSurroundings): PublicationCheck[] {
  if (draft.route === 'STACK') return [];
  return [
    ask(
      { key: 'passing-path', principle: 'VALID_ASSESSMENT', title: 'There is a way to pass, and one to fall short' },
      pathPoints(draft),
    ),
    ask(
      {
        key: 'met-is-enough',
        principle: 'VALID_ASSESSMENT',
        title: 'Meeting every criterion is enough',
        advises: true,
      },
      metPoints(draft),
    ),
    ask(
      {
        key: 'criterion-skills',
        principle: 'VALID_ASSESSMENT',
        title: 'Every criterion has a skill, and every skill a criterion',
      },
      skillPoints(draft, skills),
    ),
    ask(
      {
        key: 'vague-words',
        principle: 'VALID_ASSESSMENT',
        title: 'Two assessors read every level alike',
        advises: true,
      },
      vaguePoints(draft),
    ),
    ask(
      { key: 'distinct-levels', principle: 'VALID_ASSESSMENT', title: 'No two levels say the same', advises: true },
      samePoints(draft),
    ),
    ask({ key: 'evidence-asked', principle: 'VALID_ASSESSMENT', title: 'What evidence to bring is said' }, [
      !draft.evidenceAsked.some((each) => each.trim()) && [
        'evidence',
        'evidenceAsked',
        'Say what evidence people should bring.',
      ],
    ]),
    ask({ key: 'assessed', principle: 'VALID_ASSESSMENT', title: 'What it proves is assessed', advises: true }, [
      draft.route === 'COMPLETION' && [
        'evidence',
        'route',
        'Given on completion, it is a record of taking part: it verifies no level of any skill.',
      ],
    ]),
    ask(
      {
        key: 'high-stakes',
        principle: 'VALID_ASSESSMENT',
        title: 'Its marking fits what depends on it',
        advises: true,
      },
      [
        draft.highStakes &&
          draft.markingPolicy !== 'DOUBLE_BLIND' && [
            'marking',
            'markingPolicy',
            'High stakes deserve two assessors who do not see each other’s marks.',
          ],
      ],
    ),
  ];
}

function pathPoints({ rubric, cutScore }: AchievementVersion): (Point | false)[] {
  if (cutScore <= 0) return [['marking', 'cutScore', 'Set the score that an attempt must reach.']];
  if (rubric.criteria.length === 0) return [];
  const { possible, blockedBy, everybodyPasses } = passingPath(rubric, cutScore);
  const at = blockedBy ? rubric.criteria.indexOf(blockedBy) : 0;
  return [
    !possible && [
      'rubric',
      blockedBy ? `rubric.criteria.${at}.mustReach` : 'rubric.criteria',
      blockedBy
        ? `Nobody can pass: no level of “${blockedBy.title}” reaches what it must.`
        : `Nobody can pass: even the highest level throughout stays below ${percent(cutScore)}.`,
    ],
    everybodyPasses && ['marking', 'cutScore', 'Everybody passes: the lowest level throughout reaches the score.'],
  ];
}

function metPoints({ rubric, cutScore }: AchievementVersion): (Point | false)[] {
  const { metIsNotEnough, justMet } = passingPath(rubric, cutScore);
  const words = `Who just meets every criterion gets ${percent(justMet ?? 0)}, and ${percent(cutScore)} is asked.`;
  return [metIsNotEnough && ['marking', 'cutScore', words]];
}

/** With a single skill every criterion is about that one. */
function skillPoints(draft: AchievementVersion, awarded: readonly AwardedSkill[]): (Point | false)[] {
  const skills = awarded.map(({ skillId }) => skillId);
  if (skills.length < 2) return [];
  const shown = new Set(draft.rubric.criteria.map(({ skillId }) => skillId));
  return [
    ...draft.rubric.criteria.map(
      ({ skillId, title }, place): Point | false =>
        !(skillId && skills.includes(skillId)) && [
          'rubric',
          `rubric.criteria.${place}.skillId`,
          `Say which skill ${title.trim() ? `“${title.trim()}”` : `criterion ${place + 1}`} shows.`,
        ],
    ),
    ...skills.map(
      (skillId, place): Point | false =>
        !shown.has(skillId) && [
          'rubric',
          'rubric.criteria',
          `No criterion shows the ${ordinalWord(place + 1)} skill: it would be awarded unseen.`,
        ],
    ),
  ];
}

function vaguePoints({ rubric }: AchievementVersion): Point[] {
  const points = rubric.criteria.flatMap(({ title, levels }, row) =>
    levels.flatMap(({ descriptor, label }, place): Point[] => {
      const [vague] = vagueWords(descriptor);
      const field = `rubric.criteria.${row}.levels.${place}.descriptor`;
      return vague
        ? [
            [
              'rubric',
              field,
              `“${vague.word}” in ${label} of “${title || `criterion ${row + 1}`}” may be read differently.`,
            ],
          ]
        : [];
    }),
  );
  return points.slice(0, MOST_HINTS);
}

function samePoints({ rubric }: AchievementVersion): Point[] {
  return rubric.criteria.flatMap(({ title, levels }, row) => {
    const seen = new Map<string, string>();
    return levels.flatMap(({ descriptor, label }, place): Point[] => {
      const words = descriptor.trim().toLowerCase();
      const other = words ? seen.get(words) : undefined;
      if (words) seen.set(words, label);
      const field = `rubric.criteria.${row}.levels.${place}.descriptor`;
      return other === undefined ? [] : [['rubric', field, `${other} and ${label} of “${title}” say the same.`]];
    });
  });
}

function pathwayChecks(draft: AchievementVersion, { prerequisites, circular }: DraftSurroundings): PublicationCheck[] {
  const { stackability, stackabilityForm } = draft.descriptors;
  return [
    ask({ key: 'prerequisites', principle: 'LEARNING_PATHWAYS', title: 'What comes first can be earned' }, [
      ...prerequisites.map(
        ({ name, isOffered }): Point | false =>
          !isOffered && ['validity', 'prerequisites', `“${name}” comes first, but nobody can earn it now.`],
      ),
      ...circular.map(
        (name): Point => ['validity', 'prerequisites', `“${name}” comes first, and asks for this one itself.`],
      ),
    ]),
    ask(
      {
        key: 'stackability',
        principle: 'LEARNING_PATHWAYS',
        title: 'Whether it adds up to more is said',
        advises: true,
      },
      [
        !stackability.trim() &&
          stackabilityForm === null && [
            'descriptors',
            'descriptors.stackability',
            'Say whether it stands alone or is part of something larger.',
          ],
      ],
    ),
  ];
}

function recognitionChecks({ descriptors, validityMonths, renewal }: AchievementVersion): PublicationCheck[] {
  const { eqfLevel, nqfLevel, nqfFramework, referencedBy, workloadHours, language } = descriptors;
  const levelled = eqfLevel !== null || nqfLevel.trim() !== '';
  return [
    ask({ key: 'workload', principle: 'RECOGNITION', title: 'Its workload is said' }, [
      !workloadHours && ['descriptors', 'descriptors.workloadHours', 'Estimate the hours of work.'],
    ]),
    ask({ key: 'referenced-level', principle: 'RECOGNITION', title: 'No level is claimed that nobody referenced' }, [
      levelled &&
        !referencedBy.trim() && [
          'descriptors',
          'descriptors.referencedBy',
          'Name the body that referenced the level, or leave the level empty: a company does not set it itself.',
        ],
      nqfLevel.trim() !== '' &&
        !nqfFramework.trim() && [
          'descriptors',
          'descriptors.nqfFramework',
          'Name the national framework that the level belongs to.',
        ],
    ]),
    ask({ key: 'language', principle: 'PORTABLE', title: 'Its badge names its language so that others can read it' }, [
      !LANGUAGE.test(language) && [
        'descriptors',
        'descriptors.language',
        'Name the language by its code, such as en, de or pt-BR.',
      ],
    ]),
    ask({ key: 'validity', principle: 'PORTABLE', title: validityTitle(validityMonths), advises: true }, [
      validityMonths === null &&
        renewal !== 'NOTHING' && [
          'validity',
          'validityMonths',
          'It never lapses, so nobody is ever asked to renew it. Say until when, or that renewal asks for nothing.',
        ],
    ]),
  ];
}

function personChecks({ route, descriptors, evidenceRules }: AchievementVersion): PublicationCheck[] {
  const { participation, participationForm, supervision, supervisionForm } = descriptors;
  const { assessmentType, assessmentKinds, furtherInformation } = descriptors;
  const ofStack = route === 'STACK' ? untrueOfStacks(descriptors) : [];
  return [
    ask({ key: 'participation', principle: 'LEARNER_CENTRED', title: 'How people take part is said' }, [
      !participation.trim() &&
        participationForm === null && ['descriptors', 'descriptors.participation', 'Say how people take part.'],
    ]),
    ask(
      {
        key: 'evidence-rules',
        principle: 'LEARNER_CENTRED',
        title: 'How much evidence is enough is said',
        advises: true,
      },
      [
        route !== 'STACK' &&
          evidenceRules.length === 0 && [
            'evidence',
            'evidenceRules',
            'Say how much evidence is enough, so that nobody has to guess.',
          ],
      ],
    ),
    ask({ key: 'supervision', principle: 'AUTHENTIC', title: 'Supervision and identity are said' }, [
      !supervision.trim() &&
        supervisionForm === null && [
          'descriptors',
          'descriptors.supervision',
          'Say how identity and supervision are handled.',
        ],
    ]),
    ask({ key: 'assessment', principle: 'INFORMATION_AND_GUIDANCE', title: 'How it is assessed is said' }, [
      !assessmentType.trim() &&
        assessmentKinds.length === 0 && ['descriptors', 'descriptors.assessmentType', 'Say how it is assessed.'],
    ]),
    {
      key: 'stack-descriptors',
      principle: 'INFORMATION_AND_GUIDANCE',
      title: 'What is said of its assessment is true of how it is earned',
      isBlocking: true,
      points: ofStack,
    },
    ask(
      {
        key: 'further-information',
        principle: 'INFORMATION_AND_GUIDANCE',
        title: 'Where to find out more is said',
        advises: true,
      },
      [
        !furtherInformation.trim() && [
          'descriptors',
          'descriptors.furtherInformation',
          'Say where people find out more, or whom they ask.',
        ],
      ],
    ),
  ];
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
const ordinalWord = (place: number) => ['first', 'second', 'third', 'fourth', 'fifth'][place - 1] ?? `${place}th`;

function validityTitle(months: number | null): string {
  if (months === null) return 'It does not lapse';
  const years = months % 12 === 0 ? months / 12 : null;
  if (years !== null) return `Valid for ${years} ${years === 1 ? 'year' : 'years'}, renewal set`;
  return `Valid for ${months} ${months === 1 ? 'month' : 'months'}, renewal set`;
}
