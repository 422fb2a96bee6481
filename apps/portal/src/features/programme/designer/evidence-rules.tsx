import { Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import type { DraftEvidenceRule } from './draft.js';
import { NumberField } from './number-field.js';
import { newId } from './use-rubric-sheet.js';
import styles from './designer.module.css';

interface Props {
  rules: readonly DraftEvidenceRule[];
  readOnly: boolean;
  onChange: (rules: readonly DraftEvidenceRule[]) => void;
}

const KINDS = ['ANY', 'FILE', 'LINK', 'TEXT', 'WITNESS', 'ATTESTED'] as const;
const SCOPES = ['EACH_CRITERION', 'WHOLE'] as const;

/** How much evidence is enough, as rules that people and machines read alike. */
export function EvidenceRules({ rules, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  const put = (at: number, next: Partial<DraftEvidenceRule>) =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...next } : rule)));
  const free = SCOPES.flatMap((scope) => KINDS.map((kind) => ({ kind, scope }))).find(
    ({ kind, scope }) => !rules.some((rule) => rule.kind === kind && rule.scope === scope),
  );
  // t('programme:evidence.kind.ANY') t('programme:evidence.kind.FILE') t('programme:evidence.kind.LINK')
  // t('programme:evidence.kind.TEXT') t('programme:evidence.kind.WITNESS') t('programme:evidence.kind.ATTESTED')
  // t('programme:evidence.scope.EACH_CRITERION') t('programme:evidence.scope.WHOLE')
  return (
    <section className={styles.rules} data-field="evidenceRules" aria-label={t('evidence.enough')}>
      <h2>{t('evidence.enough')}</h2>
      <p className={styles.hint}>{t('evidence.enoughHint')}</p>
      <ol>
        {rules.map((rule, at) => (
          <li key={rule.id}>
            <NumberField
              label={t('evidence.atLeast')}
              field={`evidenceRules.${at}.atLeast`}
              whole
              min={1}
              max={50}
              value={rule.atLeast}
              readOnly={readOnly}
              onChange={(atLeast) => atLeast !== null && put(at, { atLeast })}
            />
            <Select
              label={t('evidence.what')}
              data-field={`evidenceRules.${at}.kind`}
              readOnly={readOnly}
              allowDeselect={false}
              data={KINDS.map((kind) => ({ value: kind, label: t(`evidence.kind.${kind}`) }))}
              value={rule.kind}
              onChange={(kind) => put(at, { kind: KINDS.find((each) => each === kind) ?? rule.kind })}
            />
            <Select
              label={t('evidence.where')}
              readOnly={readOnly}
              allowDeselect={false}
              data={SCOPES.map((scope) => ({ value: scope, label: t(`evidence.scope.${scope}`) }))}
              value={rule.scope}
              onChange={(scope) => put(at, { scope: SCOPES.find((each) => each === scope) ?? rule.scope })}
            />
            <NumberField
              label={t('evidence.age')}
              field={`evidenceRules.${at}.maxAgeMonths`}
              whole
              min={1}
              max={600}
              value={rule.maxAgeMonths}
              readOnly={readOnly}
              onChange={(maxAgeMonths) => put(at, { maxAgeMonths })}
            />
            {!readOnly && (
              <IconButton
                label={t('evidence.remove', { number: at + 1 })}
                onClick={() => onChange(rules.filter((each) => each !== rule))}
              >
                <IconX size={16} stroke={1.6} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && free && (
        <Button
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => onChange([...rules, { id: newId(), ...free, atLeast: 1, maxAgeMonths: null }])}
        >
          {t('evidence.add')}
        </Button>
      )}
    </section>
  );
}
