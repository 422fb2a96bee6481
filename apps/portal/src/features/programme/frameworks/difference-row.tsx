import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../components/chip.js';
import type { Difference } from './framework-differences.documents.js';
import { wordDiff } from './word-diff.js';
import styles from './framework-differences.module.css';

// t('frameworks:differ.yes') t('frameworks:differ.no')

const TONES: Record<Difference['change'], Tone> = { ADDED: 'green', REMOVED: 'red', CHANGED: 'gilt' };

/** Of what a level asks newly or no longer, the level says enough; and that nothing can outweigh it, where it is so. */
function tells({ subject, change }: Difference, { field, before, after }: Difference['fields'][number]): boolean {
  if (subject !== 'REQUIREMENT' || change === 'CHANGED') return true;
  return field === 'level' || (field === 'mustHave' && (before ?? after) === 'true');
}

/** One thing that differs: what it is, and which words of it came and went. */
export function DifferenceRow({ difference }: { difference: Difference }) {
  const { t } = useTranslation('frameworks');
  const { subject, change, name, fields } = difference;
  return (
    <li className={styles.row}>
      <Chip tone={TONES[change]}>{t(`change.${change}`)}</Chip>
      <small>{t(`subject.${subject}`)}</small>
      <b>{name}</b>
      {fields
        .filter((each) => tells(difference, each))
        .map((each) => (
          <FieldRow key={each.field} subject={subject} field={each} />
        ))}
    </li>
  );
}

function FieldRow({ subject, field }: { subject: Difference['subject']; field: Difference['fields'][number] }) {
  const { t } = useTranslation('frameworks');
  const shown = (name: string, value: string | null) =>
    name === 'mustHave' && value !== null ? t(value === 'true' ? 'differ.yes' : 'differ.no') : (value ?? '');
  const [word = '', level] = field.field.split('.');
  // t('frameworks:fields.order') t('frameworks:fields.responsibilities') t('frameworks:fields.alternativeTitles')
  // t('frameworks:fields.level') t('frameworks:fields.importance') t('frameworks:fields.mustHave')
  const name =
    subject === 'RELATION'
      ? t(`relation.${word}`)
      : level === undefined
        ? t(`fields.${word}`)
        : t('differ.level', { number: Number(level) + 1 });
  return (
    <div className={styles.field}>
      <span>{name}</span>
      <p>
        <Words before={shown(field.field, field.before)} after={shown(field.field, field.after)} />
      </p>
    </div>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('frameworks');
  const runs = useMemo(() => wordDiff(before, after), [before, after]);
  return runs.map((run, at) =>
    run.kind === 'same' ? (
      <span key={at}>{run.text}</span>
    ) : run.kind === 'before' ? (
      <del key={at}>
        <span className="visually-hidden">{t('differ.was')} </span>
        {run.text}
      </del>
    ) : (
      <ins key={at}>
        <span className="visually-hidden">{t('differ.is')} </span>
        {run.text}
      </ins>
    ),
  );
}
