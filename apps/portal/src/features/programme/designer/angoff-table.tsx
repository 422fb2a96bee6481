import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { Note } from '../../../components/states.js';
import {
  type AngoffPanel,
  estimated,
  MOST_JUDGES,
  MOST_ROUNDS,
  nextRound,
  renamed,
  resultOf,
  shareOf,
  withJudge,
  withoutJudge,
  withoutRound,
} from './angoff-panel.js';
import { EstimateField } from './estimate-field.js';
import type { RubricSheet } from './rubric-sheet.js';
import { newId } from './use-rubric-sheet.js';
import styles from './cut-score.module.css';

interface Props {
  panel: AngoffPanel | null;
  rubric: RubricSheet;
  readOnly: boolean;
  busy: boolean;
  onChange: (panel: AngoffPanel | null) => void;
  onTake: () => void;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Criteria down, judges across: what share of the points somebody gets who is just good enough. */
export function AngoffTable({ panel, rubric, readOnly, busy, onChange, onTake }: Props) {
  const { t } = useTranslation('programme');
  const [chosen, setChosen] = useState<number | null>(null);
  const addJudge = (
    <Button
      icon={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
      disabled={(panel?.judges.length ?? 0) >= MOST_JUDGES}
      onClick={() => onChange(withJudge(panel, newId()))}
    >
      {t('cut.panel.add')}
    </Button>
  );
  if (!panel) return readOnly ? <Note>{t('cut.panel.none')}</Note> : <div className={styles.acts}>{addJudge}</div>;
  const last = panel.rounds.length - 1;
  const round = Math.min(chosen ?? last, last);
  const fixed = readOnly || round < last;
  const result = resultOf(panel, round, rubric);
  const spreadOf = (criterionId: string) => result.criteria.find((each) => each.criterionId === criterionId);
  return (
    <div className={styles.angoff}>
      {panel.rounds.length > 1 && (
        <SegmentedChoice
          label={t('cut.panel.rounds')}
          options={panel.rounds.map((_each, index) => ({
            value: String(index),
            label: t('cut.panel.round', { number: index + 1 }),
          }))}
          value={String(round)}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('cut.panel.table', { number: round + 1 })}>
          <thead>
            <tr>
              <th scope="col">{t('rubric.columns.title')}</th>
              {panel.judges.map(({ id, name }, index) => (
                <th key={id} scope="col">
                  <span className={styles.judge}>
                    <input
                      aria-label={t('cut.panel.judge', { number: index + 1 })}
                      placeholder={t('cut.panel.name')}
                      value={name}
                      readOnly={readOnly}
                      onChange={(event) => onChange(renamed(panel, id, event.currentTarget.value))}
                    />
                    {!readOnly && (
                      <IconButton
                        label={t('cut.panel.remove', { name: name || index + 1 })}
                        onClick={() => onChange(withoutJudge(panel, id))}
                      >
                        <IconX size={14} stroke={1.6} aria-hidden />
                      </IconButton>
                    )}
                  </span>
                </th>
              ))}
              <th scope="col">{t('cut.panel.mean')}</th>
              <th scope="col">{t('cut.panel.spread')}</th>
            </tr>
          </thead>
          <tbody>
            {rubric.map((criterion, row) => {
              const found = spreadOf(criterion.id);
              return (
                <tr key={criterion.id}>
                  <th scope="row">
                    {criterion.title || t('cut.panel.untitled', { number: row + 1 })}
                    <span className={styles.weight}>{t('cut.panel.weight', { weight: criterion.weight })}</span>
                  </th>
                  {panel.judges.map(({ id, name }, index) => (
                    <td key={id}>
                      <EstimateField
                        label={t('cut.panel.estimate', { judge: name || index + 1, criterion: criterion.title })}
                        share={shareOf(panel, round, id, criterion.id)}
                        readOnly={fixed}
                        onChange={(share) =>
                          onChange(estimated(panel, round, { judgeId: id, criterionId: criterion.id }, share))
                        }
                      />
                    </td>
                  ))}
                  <td className={styles.figure}>{found ? percent(found.mean) : '–'}</td>
                  <td className={styles.figure}>
                    {found
                      ? t('cut.panel.from', { lowest: percent(found.lowest), highest: percent(found.highest) })
                      : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('cut.panel.cut')}</th>
              {panel.judges.map(({ id }) => {
                const judge = result.judges.find((each) => each.judgeId === id);
                return (
                  <td key={id} className={styles.figure}>
                    {judge ? percent(judge.cut) : '–'}
                  </td>
                );
              })}
              <td className={styles.figure}>{result.cut === null ? '–' : percent(result.cut)}</td>
              <td className={styles.figure}>
                {result.standardDeviation === null
                  ? '–'
                  : t('cut.panel.sd', { points: (result.standardDeviation * 100).toFixed(1) })}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <output className={styles.facts}>
        {result.incomplete.length > 0
          ? t('cut.panel.incomplete', { count: result.incomplete.length })
          : t('cut.panel.complete', { count: result.judges.length })}
      </output>
      {!readOnly && (
        <div className={styles.acts}>
          {addJudge}
          {panel.rounds.length < MOST_ROUNDS && (
            <Button
              disabled={result.judges.length === 0 || fixed}
              onClick={() => {
                setChosen(null);
                onChange(nextRound(panel));
              }}
            >
              {t('cut.panel.another')}
            </Button>
          )}
          {last > 0 && round === last && (
            <Button variant="quiet" onClick={() => onChange(withoutRound(panel, last))}>
              {t('cut.panel.undoRound', { number: last + 1 })}
            </Button>
          )}
          <Button
            variant="accent"
            busy={busy}
            disabled={result.cut === null || result.incomplete.length > 0 || result.judges.length < 2 || fixed}
            onClick={onTake}
          >
            {result.cut === null ? t('cut.panel.take') : t('cut.take', { percent: Math.round(result.cut * 100) })}
          </Button>
        </div>
      )}
    </div>
  );
}
