import { useQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/button.js';
import { type SkillChoice, SkillLevelFields } from '../../components/skill-level-fields.js';
import { useToday } from '../../lib/use-today.js';
import { UNITS_TO_ASK } from './asking.documents.js';
import styles from './insights.module.css';
import type { AskedSkill, useAsking } from './use-asking.js';
import { useSkillWords } from './use-skill-words.js';

const MOST_NEEDS = 24;

/** What is asked for, of whom, and from when. */
export function AskForm({ asking }: { asking: ReturnType<typeof useAsking> }) {
  const { t } = useTranslation('insights');
  const today = useToday();
  const [skill, setSkill] = useState<SkillChoice | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const units = useQuery(UNITS_TO_ASK).data?.orgUnits ?? [];
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (!skill || level === null) return;
        asking.add({ skillId: skill.id, level });
        setSkill(null);
        setLevel(null);
      }}
    >
      {asking.needs.length > 0 && (
        <ul className={styles.needs} aria-label={t('ask.needs')}>
          {asking.needs.map((need) => (
            <NeedLine key={need.skillId} need={need} onRemove={() => asking.remove(need.skillId)} />
          ))}
        </ul>
      )}
      <div className={styles.fields}>
        <SkillLevelFields key={asking.needs.length} skill={skill} onSkill={setSkill} level={level} onLevel={setLevel} />
        <Button
          type="submit"
          variant={asking.needs.length === 0 ? 'primary' : 'outline'}
          disabled={!skill || level === null || asking.needs.length >= MOST_NEEDS}
        >
          {t('ask.add')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Select
          label={t('ask.unit')}
          placeholder={t('ask.everywhere')}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={asking.unitId}
          onChange={(id) => asking.set('unit', id ?? '')}
          searchable
          clearable
        />
        <TextInput
          type="date"
          label={t('ask.from')}
          min={today}
          value={asking.from ?? ''}
          onChange={(event) => asking.set('from', event.currentTarget.value)}
        />
      </div>
    </form>
  );
}

function NeedLine({ need, onRemove }: { need: AskedSkill; onRemove: () => void }) {
  const { t } = useTranslation('insights');
  const words = useSkillWords(need);
  return (
    <li>
      <span>
        {words.name} <small>{t('ask.atLeast', { level: words.level })}</small>
      </span>
      <IconButton label={t('ask.remove', { name: words.name })} onClick={onRemove}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </IconButton>
    </li>
  );
}
