import { IconAlertCircle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { TextLink } from '../../../components/text-link.js';
import type { OpenPoint, PublicationCheck, Version } from './designer.documents.js';
import { addressOf, sectionOf } from './sections.js';
import styles from './designer.module.css';

const SHOWN = 2;
const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

/** What is looked at before publishing, by the principles it serves; each open point leads to where it is mended. */
export function PublicationChecks({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const checks = version.publicationChecks;
  const [all, setAll] = useState(false);
  const open = checks.filter((check) => check.points.length > 0);
  const principles = [...new Set((all ? checks : open).map((check) => check.principle))];
  // t('programme:principles.QUALITY') t('programme:principles.TRANSPARENCY') t('programme:principles.RELEVANCE')
  // t('programme:principles.VALID_ASSESSMENT') t('programme:principles.LEARNING_PATHWAYS')
  // t('programme:principles.RECOGNITION') t('programme:principles.PORTABLE') t('programme:principles.LEARNER_CENTRED')
  // t('programme:principles.AUTHENTIC') t('programme:principles.INFORMATION_AND_GUIDANCE')
  return (
    <section className={styles.points} aria-label={t('points.title')}>
      <div>
        <h2>{t('points.title')}</h2>
        <span>{t('points.done', { done: checks.length - open.length, all: checks.length })}</span>
      </div>
      {principles.map((principle) => (
        <div key={principle} className={styles.principle}>
          <h3>{t(`principles.${principle}`)}</h3>
          <ul>
            {checks
              .filter((check) => check.principle === principle && (all || check.points.length > 0))
              .map((check) => (
                <Check key={check.key} versionId={version.id} check={check} />
              ))}
          </ul>
        </div>
      ))}
      {open.length === 0 && !all && <p className={styles.hint}>{t('points.nothingOpen')}</p>}
      <Button variant="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('points.onlyOpen') : t('points.all', { count: checks.length })}
      </Button>
    </section>
  );
}

/** A new rubric has a point for every empty cell: the first two say what it is about, the rest is a number. */
function Check({ versionId, check }: { versionId: string; check: PublicationCheck }) {
  const { t } = useTranslation('programme');
  const [all, setAll] = useState(false);
  if (check.points.length === 0)
    return (
      <li data-done>
        <IconCheck {...ICON} />
        <span>{check.title}</span>
      </li>
    );
  const shown = all || check.points.length <= SHOWN + 1 ? check.points : check.points.slice(0, SHOWN);
  return (
    <>
      {shown.map((point) => (
        <Point
          key={`${point.field} ${point.message}`}
          versionId={versionId}
          point={point}
          isBlocking={check.isBlocking}
        />
      ))}
      {shown.length < check.points.length && (
        <li>
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {t('points.more', { count: check.points.length - shown.length })}
          </Button>
        </li>
      )}
    </>
  );
}

function Point({ versionId, point, isBlocking }: { versionId: string; point: OpenPoint; isBlocking: boolean }) {
  const { t } = useTranslation('programme');
  const section = t(`sections.${sectionOf(point.section)}`);
  return (
    <li data-advice={!isBlocking || undefined}>
      {isBlocking ? <IconAlertCircle {...ICON} /> : <IconInfoCircle {...ICON} />}
      <span>
        {point.message}
        {!isBlocking && <small> {t('points.advice')}</small>}
      </span>
      <TextLink to={addressOf(versionId, point)} aria-label={t('points.mend', { section, point: point.message })}>
        {section}
      </TextLink>
    </li>
  );
}
