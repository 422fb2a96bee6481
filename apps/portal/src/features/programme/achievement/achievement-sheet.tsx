import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../../components/key-values.js';
import { Section } from '../../../components/page.js';
import { AchievementCriteria } from './achievement-criteria.js';
import type { AchievementView } from './achievement-view.js';
import styles from './achievement.module.css';

/** What it certifies, what to show, how it is judged: in the words an employee reads. */
export function AchievementSheet({ view }: { view: AchievementView }) {
  const { t } = useTranslation('programme');
  return (
    <>
      <Section title={t('sheet.certifies')} voice="record">
        {view.description && <p className={styles.prose}>{view.description}</p>}
        <p className={styles.lead}>{t('sheet.can')}</p>
        <TextList items={view.outcomes} none={t('sheet.noOutcomes')} />
      </Section>
      {/* What is earned through others was assessed there. */}
      {view.route !== 'STACK' && (
        <>
          <Section title={t('sheet.evidence')} voice="record">
            <TextList items={view.evidenceAsked} none={t('sheet.noEvidence')} />
            {view.enough && view.enough.length > 0 && <TextList items={view.enough} none="" />}
            {view.evidenceMaxAgeMonths !== null && (
              <p className={styles.hint}>{t('sheet.age', { count: view.evidenceMaxAgeMonths })}</p>
            )}
          </Section>
          <Section
            title={t('sheet.criteria')}
            voice="record"
            aside={t('sheet.criteriaCount', { count: view.criteria.length })}
          >
            <AchievementCriteria criteria={view.criteria} />
          </Section>
          <Section title={t('sheet.marked')} voice="record">
            <Marking view={view} />
          </Section>
        </>
      )}
      <Section title={t('sheet.descriptors')} voice="record">
        <Descriptors view={view} />
      </Section>
    </>
  );
}

function TextList({ items, none }: { items: readonly string[]; none: string }) {
  if (items.length === 0) return <p className={styles.hint}>{none}</p>;
  return (
    <ul className={styles.bullets}>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function Marking({ view }: { view: AchievementView }) {
  const { t } = useTranslation('programme');
  const mustReach = view.criteria.filter((criterion) => criterion.mustReach !== null).length;
  // t('programme:policy.SINGLE') t('programme:policy.SECOND_MARK_SAMPLE') t('programme:policy.DOUBLE_BLIND')
  return (
    <ul className={styles.bullets}>
      <li>{t(`policy.${view.markingPolicy}`)}</li>
      <li>
        {t('sheet.cut', { percent: Math.round(view.cutScore * 100) })}
        {mustReach > 0 && ` ${t('sheet.mustReach', { count: mustReach })}`}
      </li>
      <li>{t('sheet.notYet')}</li>
      <li>{t('sheet.assessors')}</li>
      <li>{view.validityMonths === null ? t('sheet.forever') : t('sheet.valid', { count: view.validityMonths })}</li>
    </ul>
  );
}

/** A choice of a vocabulary and the words beside it. */
const PAIRS = [
  ['participationForm', 'participation'],
  ['supervisionForm', 'supervision'],
  ['qualityAssuranceForm', 'qualityAssurance'],
  ['gradingForm', 'grading'],
  ['stackabilityForm', 'stackability'],
] as const;
const WORDS = ['country', 'nqfFramework', 'nqfLevel', 'referencedBy', 'prerequisites', 'furtherInformation'] as const;

/** The EU's descriptors of a micro-credential; what is not stated says so. */
function Descriptors({ view: { descriptors } }: { view: AchievementView }) {
  const { t, i18n } = useTranslation('programme');
  const none = <span className={styles.hint}>{t('sheet.notStated')}</span>;
  return (
    <div className={styles.values}>
      <KeyValues
        items={[
          {
            name: t('eu.workloadHours'),
            value: descriptors.workloadHours === null ? none : t('sheet.hours', { count: descriptors.workloadHours }),
          },
          { name: t('eu.ects'), value: descriptors.ects ?? none },
          { name: t('eu.eqfLevel'), value: descriptors.eqfLevel ?? none },
          {
            name: t('eu.language'),
            value: descriptors.language ? languageName(descriptors.language, i18n.language) : none,
          },
          {
            name: t('eu.assessmentKinds'),
            value:
              [...descriptors.assessmentKinds.map((kind) => t(`eu.kinds.${kind}`)), descriptors.assessmentType]
                .filter(Boolean)
                .join('. ') || none,
          },
          // t('programme:eu.supervisionForm') t('programme:eu.country') and their like stand in the designer's section.
          ...PAIRS.map(([form, words]) => ({
            name: t(`eu.${form}`),
            value:
              [descriptors[form] && t(`eu.forms.${descriptors[form]}`), descriptors[words]]
                .filter(Boolean)
                .join('. ') || none,
          })),
          ...WORDS.map((name) => ({ name: t(`eu.${name}`), value: descriptors[name] || none })),
        ]}
      />
    </div>
  );
}

/** "en" as "English"; a word that is no language tag stays as it was written. */
function languageName(tag: string, inLanguage: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag)) return tag;
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(tag) ?? tag;
}
