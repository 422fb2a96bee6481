import { Checkbox, Select } from '@mantine/core';
import { BADGE_ICONS } from '@assay/credential';
import { useTranslation } from 'react-i18next';
import type { Inks, Slots } from './badges.documents.js';
import { IconChoice } from './icon-choice.js';
import { InkFields } from './ink-fields.js';
import styles from './studio.module.css';

export type SlotValues = { [Name in keyof Slots]?: Slots[Name] | null };

interface Props {
  value: SlotValues;
  onChange: (value: SlotValues) => void;
  /** What counts where nothing is chosen: a template's slots. Set, every field offers to follow it. */
  follows?: Slots;
  kitInks: Inks;
  readOnly?: boolean;
}

const SHAPES = ['BY_LEVEL', 'OVAL', 'CIRCLE', 'OCTAGON', 'CARTOUCHE', 'GABLE', 'TABLET'] as const;
const RINGS = ['REEDED', 'PLAIN', 'DOUBLE', 'NONE'] as const;
const BANDS = ['BY_PROFESSION', 'HORIZONTAL', 'VERTICAL', 'DIAGONAL', 'DOTS', 'PLAIN', 'NONE'] as const;
const CENTRES = ['LEVEL', 'ICON', 'LOGO', 'NONE'] as const;
const TYPES = ['NAMES', 'LABELS'] as const;
const MARKS = ['ISSUER', 'LEVEL', 'MARKING', 'YEAR'] as const;

/** The slots of a look. In a template all are filled; a badge may follow its template in each. */
export function SlotFields({ value, onChange, follows, kitInks, readOnly }: Props) {
  const { t } = useTranslation('studio');
  const shown = (name: keyof Slots) => value[name] ?? follows?.[name] ?? null;
  const set = (change: SlotValues) => onChange({ ...value, ...change });
  // t('studio:shape.BY_LEVEL') t('studio:shape.OVAL') t('studio:shape.CIRCLE') t('studio:shape.OCTAGON')
  // t('studio:shape.CARTOUCHE') t('studio:shape.GABLE') t('studio:shape.TABLET') t('studio:shape.label')
  // t('studio:ring.REEDED') t('studio:ring.PLAIN') t('studio:ring.DOUBLE') t('studio:ring.NONE') t('studio:ring.label')
  // t('studio:band.BY_PROFESSION') t('studio:band.HORIZONTAL') t('studio:band.VERTICAL') t('studio:band.DIAGONAL')
  // t('studio:band.DOTS') t('studio:band.PLAIN') t('studio:band.NONE') t('studio:band.label')
  // t('studio:centre.LEVEL') t('studio:centre.ICON') t('studio:centre.LOGO') t('studio:centre.NONE') t('studio:centre.label')
  // t('studio:type.NAMES') t('studio:type.LABELS') t('studio:type.label')
  const choice = <Name extends 'shape' | 'ring' | 'band' | 'centre' | 'type'>(
    name: Name,
    options: readonly string[],
  ) => {
    const followed = follows?.[name];
    const as = followed ? [{ value: '', label: t('asTemplate', { word: t(`${name}.${followed}`) }) }] : [];
    return (
      <Select
        label={t(`${name}.label`)}
        data={[...as, ...options.map((option) => ({ value: option, label: t(`${name}.${option}`) }))]}
        value={value[name] ?? ''}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(chosen) => set({ [name]: chosen || null } as SlotValues)}
      />
    );
  };
  const marks = shown('marks') as readonly (typeof MARKS)[number][];
  // t('studio:marks.ISSUER') t('studio:marks.LEVEL') t('studio:marks.MARKING') t('studio:marks.YEAR')
  return (
    <div className={styles.slots}>
      {choice('shape', SHAPES)}
      {choice('ring', RINGS)}
      {choice('band', BANDS)}
      {choice('centre', CENTRES)}
      {shown('centre') === 'ICON' && (
        <IconChoice
          icons={BADGE_ICONS}
          value={shown('icon') as string | null}
          readOnly={readOnly}
          onChange={(icon) => set({ icon })}
        />
      )}
      {choice('type', TYPES)}
      <fieldset className={styles.marks} disabled={readOnly}>
        <legend>{t('marks.label')}</legend>
        {MARKS.map((mark) => (
          <Checkbox
            key={mark}
            label={t(`marks.${mark}`)}
            checked={marks.includes(mark)}
            onChange={({ target }) =>
              set({ marks: MARKS.filter((each) => (each === mark ? target.checked : marks.includes(each))) })
            }
          />
        ))}
      </fieldset>
      <Checkbox
        label={t('inks.own')}
        checked={value.inks != null}
        disabled={readOnly}
        onChange={({ target }) => set({ inks: target.checked ? { ...kitInks } : null })}
      />
      {value.inks && <InkFields inks={value.inks} readOnly={readOnly} onChange={(inks) => set({ inks })} />}
    </div>
  );
}
