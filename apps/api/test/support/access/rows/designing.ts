import { APPOINTERS, DESIGNERS, NOBODY, SIGNED_IN, act, byId, list, nested, type Row } from '../row.js';

const A_LOOK = 'shape: BY_LEVEL, ring: REEDED, band: PLAIN, centre: LEVEL, type: NAMES, marks: []';
const A_KIT =
  '{ inks: { ground: "#000000", gilt: "#FFFFFF", line: "#FFFFFF", text: "#FFFFFF" }, fonts: [], initials: "", ground: PLAIN }';
/** Refused before anything is set: a page takes its time. */
const A_CERTIFICATE =
  '{ paper: A4, landscape: false, language: "x", words: [], showOutcomes: true, showBadge: true, showLogo: true, showQr: true, signatures: [] }';

export const DESIGNING: Row[] = [
  ...byId('achievementVersion', 'otherVersion', SIGNED_IN),
  ...byId('achievementVersion', 'draftVersion', DESIGNERS),
  list('achievements(first: 20, search: "canary")', DESIGNERS, 'draftVersion'),
  list('achievements(first: 20)', SIGNED_IN, 'otherVersion'),
  nested(
    'rubricFile(uploadId: "{{nobody}}") { name cells problems { place message } rubrics { title notes { place message } rubric { criteria { id } } } }',
    NOBODY,
  ),
  nested('achievementVersion(id: "{{heldVersion}}") { stackRule { counts { id } } }', NOBODY, 'heldVersion'),
  nested(
    `achievementVersion(id: "{{heldVersion}}") { awardedSkills { category isPrincipal skillId skill { id } level { id } }
      stackRule { countedOnce maxAgeMonths partsMustBe parts { achievementIds amount depth kind minLevel unit } notBoth { one other } }
      myStackProgress { exact more toGo counted { id } completions { achievements { id } } } }`,
    SIGNED_IN,
    'awardedSkills',
  ),
  nested(
    `achievementVersion(id: "{{draftVersion}}") { angoffPanel { judges { id name } rounds { estimates { judgeId criterionId share } } }
      cutScoreSetting { method setBy { id } angoff { round standardDeviation standardError judges { name cut } }
        regression { n r2 slope intercept standardError borderlineMean } }
      marksGiven { regression { n } } }`,
    DESIGNERS,
    'angoffPanel',
  ),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { shown: badgeDesign { revision choices { inks { ground } } } }',
    DESIGNERS,
  ),
  list('brandKit { revision inks { ground } }', DESIGNERS),
  list('badgeTemplates { id name slots { inks { ground } } }', DESIGNERS, 'badgeTemplate'),
  list('badgeTemplates(takenOut: true) { id earlier { revision name changedAt slots { shape } } }', DESIGNERS),
  list('brandKitVersion(number: 1) { revision inks { ground } }', DESIGNERS),
  list('certificateTemplateVersion(number: 1) { revision }', DESIGNERS),
  list('fontFamilies { key name roles }', DESIGNERS),
  list('badgePreview(input: {}) { findings { message } pictures { cut scale svg } }', DESIGNERS),
  list('certificateTemplate { revision }', DESIGNERS),
  list(`certificatePreview(input: ${A_CERTIFICATE}) { problems svg }`, DESIGNERS),
  nested('achievementVersion(id: "{{heldVersion}}") { assessors { person { id } } }', APPOINTERS, 'marker'),
  nested('achievementVersion(id: "{{otherVersion}}") { holderList { edges { node { id } } } }', DESIGNERS, 'cleo'),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { shown: record { running decisions firstAttempts passedFirst } }',
    DESIGNERS,
  ),
  nested(
    'achievementVersion(id: "{{draftVersion}}") { publicationChecks { points { section field message } } shown: changes { cells { field label before after } } }',
    DESIGNERS,
    'publicationChecks',
  ),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { rubric { criteria { levels { id ordinal label points descriptor isCompetent } } } }',
    SIGNED_IN,
    'ordinal',
  ),
  act(
    'createAchievement(input: { name: "New", skillId: "{{skill}}", levelOrdinal: 2 })',
    DESIGNERS,
    'AchievementVersion',
  ),
  act(
    'saveAchievementDraft(id: "{{draftVersion}}", expectedRevision: 1, input: { description: "D" })',
    DESIGNERS,
    'AchievementVersion',
  ),
  act(
    'setCutScore(achievementVersionId: "{{draftVersion}}", expectedRevision: 1, method: BORDERLINE_REGRESSION)',
    DESIGNERS,
    'InvalidInput',
  ),
  act('publishAchievement(id: "{{draftVersion}}")', DESIGNERS, 'AchievementVersion|NotReadyToPublish'),
  act(`saveBrandKit(expectedRevision: 0, input: ${A_KIT})`, DESIGNERS, 'BrandKit'),
  act('putBrandKitInUse(expectedRevision: 0)', DESIGNERS, 'NotFound'),
  act('addBrandImage(name: "logo", content: "AAAA")', DESIGNERS, 'InvalidInput'),
  act(`saveBadgeTemplate(name: "Round", slots: { ${A_LOOK} }, expectedRevision: 0)`, DESIGNERS, 'BadgeTemplate'),
  act('archiveBadgeTemplate(id: "{{badgeTemplate}}")', DESIGNERS, 'BadgeTemplate'),
  act('restoreBadgeTemplate(id: "{{badgeTemplate}}")', DESIGNERS, 'BadgeTemplate'),
  act(
    'saveBadgeDesign(achievementVersionId: "{{draftVersion}}", expectedRevision: 0, choices: { title: "T" })',
    DESIGNERS,
    'BadgeDesign',
  ),
  act(`saveCertificateTemplate(expectedRevision: 0, input: ${A_CERTIFICATE})`, DESIGNERS, 'InvalidInput'),
  act('putCertificateTemplateInUse(expectedRevision: 0)', DESIGNERS, 'NotFound'),
  act('startNextVersion(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'AchievementVersion'),
  act('duplicateAchievement(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'AchievementVersion'),
  act('retireAchievement(achievementVersionId: "{{openVersion}}", reason: "Done.")', DESIGNERS, 'AchievementVersion'),
  act('offerAchievementAgain(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'NotAllowed'),
  act(
    'nameFounder(achievementVersionId: "{{openVersion}}", personId: "{{unqualified}}")',
    APPOINTERS,
    'AchievementVersion',
  ),
  act(
    'removeFounder(achievementVersionId: "{{openVersion}}", personId: "{{marker}}")',
    APPOINTERS,
    'AchievementVersion',
  ),
];
