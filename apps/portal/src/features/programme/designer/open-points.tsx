import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { TextLink } from '../../../components/text-link.js';
import type { OpenPoint, Version } from './designer.documents.js';
import { columnsOf, levelOf, type RubricSheet } from './rubric-sheet.js';
import { addressOf, SECTIONS, sectionOf } from './sections.js';
import { vagueWords } from '@assay/rubric';
import styles from './designer.module.css';

const SHOWN = 2;

/** What still stands before publishing; each point leads to where it is fixed. */
export function OpenPoints({ version, rubric }: { version: Version; rubric: RubricSheet }) {
  const { t } = useTranslation('programme');
  const bySection = SECTIONS.map((section) => ({
    section,
    open: version.openPoints.filter((point) => sectionOf(point.section) === section),
  }));
  const done = bySection.filter(({ open }) => open.length === 0).length;
  const vague = firstVague(rubric);
  // t('programme:points.ok.basics') t('programme:points.ok.outcomes') t('programme:points.ok.rubric')
  // t('programme:points.ok.evidence') t('programme:points.ok.marking') t('programme:points.ok.descriptors')
  // t('programme:points.ok.validity') t('programme:points.ok.assessors')
  return (
    <section className={styles.points}>
      <div>
        <h2>{t('points.title')}</h2>
        <span>{t('points.done', { done, all: SECTIONS.length })}</span>
      </div>
      <ul>
        {bySection.map(({ section, open }) =>
          open.length === 0 ? (
            <li key={section} data-done>
              <IconCheck size={16} stroke={1.8} aria-hidden />
              <span>{t(`points.ok.${section}`)}</span>
            </li>
          ) : (
            <SectionPoints key={section} versionId={version.id} points={open} />
          ),
        )}
        {vague && (
          <Point
            versionId={version.id}
            point={{ section: 'rubric', field: vague.field, message: t('points.vague', { count: vague.count }) }}
          />
        )}
      </ul>
    </section>
  );
}

/** A new rubric has a point for every empty cell: the first two say what it is about, the rest is a number. */
function SectionPoints({ versionId, points }: { versionId: string; points: readonly OpenPoint[] }) {
  const { t } = useTranslation('programme');
  const [all, setAll] = useState(false);
  const shown = all || points.length <= SHOWN + 1 ? points : points.slice(0, SHOWN);
  return (
    <>
      {shown.map((point) => (
        <Point key={`${point.field} ${point.message}`} versionId={versionId} point={point} />
      ))}
      {shown.length < points.length && (
        <li>
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {t('points.more', { count: points.length - shown.length })}
          </Button>
        </li>
      )}
    </>
  );
}

function Point({ versionId, point }: { versionId: string; point: OpenPoint }) {
  const { t } = useTranslation('programme');
  const section = t(`sections.${sectionOf(point.section)}`);
  return (
    <li>
      <IconAlertCircle size={16} stroke={1.8} aria-hidden />
      <span>{point.message}</span>
      <TextLink to={addressOf(versionId, point)} aria-label={t('points.mend', { section, point: point.message })}>
        {section}
      </TextLink>
    </li>
  );
}

/** The first cell with a word that two assessors may read differently, and how many such cells there are. */
function firstVague(rubric: RubricSheet): { field: string; count: number } | null {
  const cells = rubric.flatMap((criterion, row) =>
    columnsOf(rubric).flatMap((column) => {
      if (column.kind !== 'level') return [];
      const level = levelOf(criterion, column.ordinal);
      const isVague = level && vagueWords(level.descriptor).length > 0;
      return isVague ? [`rubric.criteria.${row}.levels.${column.ordinal - 1}.descriptor`] : [];
    }),
  );
  return cells[0] ? { field: cells[0], count: cells.length } : null;
}
