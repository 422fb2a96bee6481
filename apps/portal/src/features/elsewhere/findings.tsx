import { useTranslation } from 'react-i18next';
import { IconAlertCircle, IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { Section } from '../../components/page.js';
import type { Shown } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';

const SHAPES = {
  OK: <IconCheck size={16} stroke={2} aria-hidden />,
  FAILED: <IconAlertCircle size={16} stroke={1.8} aria-hidden />,
  WARNING: <IconAlertTriangle size={16} stroke={1.8} aria-hidden />,
  NOT_CHECKED: <IconCircleDashed size={16} stroke={1.8} aria-hidden />,
} as const;

/** What was found, question by question, each a sentence with its shape and word. */
export function Checks({ checks }: { checks: Shown['checks'] }) {
  const { t } = useTranslation('elsewhere');
  // t('elsewhere:check.OK') t('elsewhere:check.FAILED') t('elsewhere:check.WARNING') t('elsewhere:check.NOT_CHECKED')
  // One reason that leaves several questions open is given once.
  const said = checks.filter(
    ({ state, sentence }, at) =>
      state !== 'NOT_CHECKED' || checks.findIndex((each) => each.sentence === sentence) === at,
  );
  return (
    <ul className={styles.checks}>
      {said.map((check) => (
        <li key={check.name} data-state={check.state}>
          <span className={styles.shape}>{SHAPES[check.state]}</span>
          <span>
            {check.sentence} <span className={styles.hint}>{t(`check.${check.state}`)}</span>
            <Details of={check.details} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// Dates stand above, in words.
const SAID_ABOVE = ['from', 'until'];

function Details({ of }: { of: Shown['checks'][number]['details'] }) {
  const shown = of.filter(({ label }) => !SAID_ABOVE.includes(label));
  return shown.length > 0 && <span className={styles.details}>{shown.map(({ value }) => value).join(' · ')}</span>;
}

const ANSWERED = ['MET', 'PARTIAL', 'NOT_MET', 'SHOWN'];

/** What it is worth: what is said first, what is not said folded away. */
export function Worth({ quality }: { quality: NonNullable<Shown['quality']> }) {
  const { t } = useTranslation('elsewhere');
  const said = quality.fields.filter(({ status }) => ANSWERED.includes(status));
  const silent = quality.fields.filter(({ status }) => !ANSWERED.includes(status));
  return (
    <Section title={t('worth.title')} voice="record">
      <p className={styles.hint}>{t('worth.said', { said: said.length, all: quality.fields.length })}</p>
      <Fields fields={said} />
      {silent.length > 0 && (
        <details className={styles.silent}>
          <summary>{t('worth.silent', { count: silent.length })}</summary>
          <Fields fields={silent} />
        </details>
      )}
    </Section>
  );
}

function Fields({ fields }: { fields: NonNullable<Shown['quality']>['fields'] }) {
  const { t } = useTranslation('elsewhere');
  // t('elsewhere:quality.MET') t('elsewhere:quality.PARTIAL') t('elsewhere:quality.NOT_MET') t('elsewhere:quality.SHOWN')
  // t('elsewhere:quality.NOT_STATED') t('elsewhere:quality.NOT_APPLICABLE') t('elsewhere:provenance.signed')
  // t('elsewhere:provenance.checked') t('elsewhere:provenance.counted') t('elsewhere:provenance.register') t('elsewhere:provenance.holder')
  return (
    <dl className={styles.fields}>
      {fields.map(({ number, name, status, provenance, sentence }) => (
        <div key={number}>
          <dt>{name}</dt>
          <dd>
            {sentence}
            <span className={styles.hint}>
              {[t(`quality.${status}`), provenance && t(`provenance.${provenance}`)].filter(Boolean).join(' · ')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
