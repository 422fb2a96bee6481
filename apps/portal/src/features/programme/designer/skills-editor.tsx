import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { SkillSelect } from '../skill-select.js';
import type { DraftSkill } from './draft.js';
import { SkillWords } from './skill-words.js';
import styles from './designer.module.css';

interface Props {
  skills: readonly DraftSkill[];
  readOnly: boolean;
  onChange: (skills: readonly DraftSkill[]) => void;
}

const MOST = 12;

/** Which skills the award gives, each at its level. The first is the principal one: the badge shows its level. */
export function SkillsEditor({ skills, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  const [adding, setAdding] = useState(false);
  const rows: (DraftSkill | null)[] = skills.length === 0 || adding ? [...skills, null] : [...skills];
  // A row stays the same row when its skill is chosen: drawn anew it would take the focus again and open its list.
  const [{ keys, chosen }, setNamed] = useState({ keys: new Map<string, string>(), chosen: 0 });
  const keyOf = (row: DraftSkill | null) => (row ? (keys.get(row.skill.id) ?? row.skill.id) : `new ${chosen}`);
  const put = (at: number, next: DraftSkill) => {
    setAdding(false);
    setNamed({ keys: new Map(keys).set(next.skill.id, keyOf(rows[at] ?? null)), chosen: chosen + 1 });
    onChange(at < skills.length ? skills.map((each, index) => (index === at ? next : each)) : [...skills, next]);
  };
  return (
    <section className={styles.skills} aria-label={t('skills.title')}>
      <h2>{t('skills.title')}</h2>
      <p className={styles.hint}>{t('skills.hint')}</p>
      <ol>
        {rows.map((row, at) => (
          <li key={keyOf(row)}>
            <SkillRow
              at={at}
              row={row}
              readOnly={readOnly}
              onChange={(next) => put(at, next)}
              onFirst={() => row && onChange([row, ...skills.filter((each) => each !== row)])}
              onRemove={
                rows.length > 1
                  ? () => (row ? onChange(skills.filter((each) => each !== row)) : setAdding(false))
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      {!readOnly && !adding && skills.length > 0 && skills.length < MOST && (
        <Button variant="quiet" icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => setAdding(true)}>
          {t('skills.add')}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  at: number;
  row: DraftSkill | null;
  readOnly: boolean;
  onChange: (next: DraftSkill) => void;
  onFirst: () => void;
  onRemove?: () => void;
}

function SkillRow({ at, row, readOnly, onChange, onFirst, onRemove }: RowProps) {
  const { t } = useTranslation('programme');
  const isPrincipal = at === 0;
  const path = (field: 'skillId' | 'levelOrdinal') => (isPrincipal ? field : `skills.${at}.${field}`);
  return (
    <div className={styles.skill}>
      <SkillSelect
        field={path('skillId')}
        value={row?.skill ?? null}
        readOnly={readOnly}
        onChange={(skill) => {
          const keeps = skill.framework.scale.levels.some((level) => level.ordinal === row?.levelOrdinal);
          onChange({
            skill,
            levelOrdinal: keeps ? (row?.levelOrdinal ?? null) : null,
            category: row?.category ?? null,
          });
        }}
      />
      {row && (
        <>
          <div data-field={path('levelOrdinal')}>
            <SegmentedChoice
              label={t('create.level')}
              hideLabel={false}
              disabled={readOnly}
              options={row.skill.framework.scale.levels.map((level) => ({
                value: String(level.ordinal),
                label: `${level.ordinal} ${level.label}`,
              }))}
              value={row.levelOrdinal === null ? null : String(row.levelOrdinal)}
              onChange={(ordinal) => onChange({ ...row, levelOrdinal: Number(ordinal) })}
            />
          </div>
          <Select
            label={t('skills.category')}
            data={[
              { value: 'TECHNICAL', label: t('skills.TECHNICAL') },
              { value: 'TRANSFERABLE', label: t('skills.TRANSFERABLE') },
            ]}
            placeholder={t('skills.notSaid')}
            clearable
            readOnly={readOnly}
            value={row.category}
            onChange={(value) => onChange({ ...row, category: value as DraftSkill['category'] })}
          />
          {row.levelOrdinal !== null && isPrincipal && <SkillWords skillId={row.skill.id} ordinal={row.levelOrdinal} />}
        </>
      )}
      {!readOnly && (
        <div className={styles.rowActs}>
          {isPrincipal ? (
            <span className={styles.hint}>{t('skills.principal')}</span>
          ) : (
            row && (
              <Button variant="quiet" size="small" onClick={onFirst}>
                {t('skills.makePrincipal')}
              </Button>
            )
          )}
          {onRemove && (
            <Button variant="quiet" size="small" onClick={onRemove}>
              {t('skills.remove', { name: row?.skill.name ?? t('create.skill') })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
