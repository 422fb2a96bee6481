import { IconPlus, IconX } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import type { StackRow } from '@assay/pathway';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { AchievementChoice } from './achievement-choice.js';
import { AmountField } from './amount-field.js';
import type { Countable } from './stack-draft.js';
import styles from './stack.module.css';

interface Props {
  row: StackRow;
  number: number;
  isGroup: boolean;
  self: string;
  known: ReadonlyMap<string, Countable>;
  readOnly: boolean;
  onChange: (change: Partial<StackRow>) => void;
  onKnow: (countable: Countable) => void;
  onAdd: (kind: StackRow['kind']) => void;
}

/** What one part asks, in the words of the rule and with the fields that may be changed. */
export function StackRowView({ row, number, isGroup, self, known, readOnly, onChange, onKnow, onAdd }: Props) {
  const { t } = useTranslation('programme');
  const choose = (countable: Countable) => {
    onKnow(countable);
    onChange({ achievementIds: [countable.achievementId] });
  };
  const [only] = row.achievementIds;
  const nameOf = (id: string) => known.get(id)?.name ?? t('stack.gone');
  if (row.kind === 'CREDENTIAL')
    return (
      <AchievementChoice
        label={t('stack.which', { number })}
        value={only ? { achievementId: only, name: nameOf(only), facts: known.get(only)?.facts ?? NOTHING } : null}
        without={[self]}
        readOnly={readOnly}
        onChoose={choose}
      />
    );
  // t('programme:stack.kind.ALL') t('programme:stack.kind.ANY') t('programme:stack.kind.AT_LEAST')
  if (isGroup)
    return (
      <>
        <select
          aria-label={t('stack.kindOf', { number })}
          value={row.kind}
          disabled={readOnly}
          onChange={(event) => {
            const kind = event.currentTarget.value as StackRow['kind'];
            onChange({ kind, amount: kind === 'AT_LEAST' ? (row.amount ?? 2) : null });
          }}
        >
          {(['ALL', 'ANY', 'AT_LEAST'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`stack.kind.${kind}`)}
            </option>
          ))}
        </select>
        {row.kind === 'AT_LEAST' && (
          <AmountField
            label={t('stack.howMany', { number })}
            value={row.amount ?? 0}
            whole
            readOnly={readOnly}
            onChange={(amount) => onChange({ amount })}
          />
        )}
        {!readOnly && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="quiet" size="small" icon={<IconPlus size={14} stroke={1.6} aria-hidden />}>
                {t('stack.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onAdd('CREDENTIAL')}>{t('stack.addOne')}</Menu.Item>
              <Menu.Item onClick={() => onAdd('ANY')}>{t('stack.addGroup')}</Menu.Item>
              <Menu.Item onClick={() => onAdd('CREDITS')}>{t('stack.addCredits')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </>
    );
  return (
    <div className={styles.credits}>
      <span className={styles.line}>
        {t('stack.atLeast')}
        <AmountField
          label={t('stack.howMuch', { number })}
          value={row.amount ?? 0}
          readOnly={readOnly}
          onChange={(amount) => onChange({ amount })}
        />
        <select
          aria-label={t('stack.unitOf', { number })}
          value={row.unit ?? 'ECTS'}
          disabled={readOnly}
          onChange={(event) => onChange({ unit: event.currentTarget.value === 'HOURS' ? 'HOURS' : 'ECTS' })}
        >
          <option value="ECTS">{t('stack.unit.ECTS')}</option>
          <option value="HOURS">{t('stack.unit.HOURS')}</option>
        </select>
        {t('stack.ofLevel')}
        <select
          aria-label={t('stack.levelOf', { number })}
          value={row.minLevel ?? ''}
          disabled={readOnly}
          onChange={(event) => onChange({ minLevel: Number(event.currentTarget.value) || null })}
        >
          <option value="">{t('stack.anyLevel')}</option>
          {[1, 2, 3, 4, 5, 6, 7, 8].map((level) => (
            <option key={level} value={level}>
              {t('stack.fromLevel', { level })}
            </option>
          ))}
        </select>
        {t('stack.from')}
      </span>
      <ul className={styles.from}>
        {row.achievementIds.map((id) => (
          <li key={id}>
            {nameOf(id)} <Worth facts={known.get(id)?.facts} unit={row.unit ?? 'ECTS'} />
            {!readOnly && (
              <IconButton
                label={t('stack.take', { name: nameOf(id) })}
                onClick={() => onChange({ achievementIds: row.achievementIds.filter((each) => each !== id) })}
              >
                <IconX size={14} stroke={1.6} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <AchievementChoice
          // Anew after each choice: the field is empty for the next one.
          key={row.achievementIds.length}
          label={t('stack.oneMore', { number })}
          value={null}
          without={[self, ...row.achievementIds]}
          onChoose={(countable) => {
            onKnow(countable);
            onChange({ achievementIds: [...row.achievementIds, countable.achievementId] });
          }}
        />
      )}
    </div>
  );
}

const NOTHING = { ects: null, hours: null, level: null };

function Worth({ facts, unit }: { facts: Countable['facts'] | undefined; unit: 'ECTS' | 'HOURS' }) {
  const { t } = useTranslation('programme');
  const worth = unit === 'ECTS' ? facts?.ects : facts?.hours;
  if (worth === null || worth === undefined) return <span className={styles.hint}>{t('stack.noWorth')}</span>;
  return (
    <span className={styles.hint}>
      {unit === 'ECTS' ? t('stack.say.ECTS', { count: worth }) : t('stack.say.HOURS', { count: worth })}
    </span>
  );
}
