import { useQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAddress } from '../../../lib/use-address.js';
import { BadgePreview } from './badge-preview.js';
import { BRAND_KIT, type Family, type Kit, KIT_VERSION, type KitInput, SAVE_KIT, USE_KIT } from './badges.documents.js';
import { InkFields } from './ink-fields.js';
import { LogoField } from './logo-field.js';
import { SavedHead } from './saved-head.js';
import { ShownVersion } from './shown-version.js';
import { type SavedState, useSaved } from './use-saved.js';
import { UseAct } from './use-act.js';
import { numberIn, VersionsList } from './versions-list.js';
import styles from './studio.module.css';

/** Colours, fonts, initials, background and logo of the organisation. */
export function KitPart() {
  const { data, error, refetch } = useQuery(BRAND_KIT);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return (
    <KitForm kit={data.brandKit} families={data.fontFamilies} reload={async () => (await refetch()).data?.brandKit} />
  );
}

interface Props {
  kit: Kit;
  families: readonly Family[];
  reload: () => Promise<Kit | undefined>;
}

const GROUNDS = ['PLAIN', 'RAYS', 'GRID', 'RINGS'] as const;
const LEVELS = ['1', '2', '3', '4'];

function KitForm({ kit, families, reload }: Props) {
  const { t } = useTranslation('studio');
  const [save] = useResultMutation(SAVE_KIT);
  const state = useSaved(inputOf(kit), kit.revision, (input, expectedRevision) => save({ expectedRevision, input }));
  const [name, setName] = useAddress('name');
  const [level, setLevel] = useAddress('level');
  const [version, setVersion] = useAddress('version');
  const shown = numberIn(version);
  const sample = {
    name: name || t('sample.placeholder'),
    input: { sampleName: name || null, sampleLevel: Number(level || 3) },
  };
  const { value, change } = state;
  // t('studio:ground.PLAIN') t('studio:ground.RAYS') t('studio:ground.GRID') t('studio:ground.RINGS')
  return (
    <div className={styles.studio}>
      <div className={styles.form}>
        <SavedHead
          state={state}
          onTheirs={() => void reload().then((theirs) => theirs && state.takeTheirs(inputOf(theirs), theirs.revision))}
        />
        <InkFields inks={value.inks} onChange={(inks) => change({ ...value, inks })} />
        <FontFields families={families} value={value.fonts} onChange={(fonts) => change({ ...value, fonts })} />
        <TextInput
          label={t('kit.initials')}
          description={t('kit.initialsHint')}
          maxLength={6}
          value={value.initials}
          onChange={({ target }) => change({ ...value, initials: target.value })}
        />
        <Select
          label={t('ground.label')}
          data={GROUNDS.map((each) => ({ value: each, label: t(`ground.${each}`) }))}
          value={value.ground}
          allowDeselect={false}
          onChange={(ground) => change({ ...value, ground: ground as KitInput['ground'] })}
        />
        <LogoField kept={kit.logo} logoId={value.logoId ?? null} onChange={(logoId) => change({ ...value, logoId })} />
        <UseAct state={state} document={USE_KIT} body={t('kit.useBody')} refetch="BrandKit" />
        <VersionsList versions={kit.versions} shown={shown} onShow={(number) => setVersion(String(number))} />
      </div>
      <div className={styles.side}>
        <div className={styles.sample}>
          <TextInput
            label={t('sample.name')}
            description={t('sample.hint')}
            value={name}
            placeholder={t('sample.placeholder')}
            onChange={({ target }) => setName(target.value)}
          />
          <Select
            label={t('sample.level')}
            data={LEVELS}
            value={level || '3'}
            allowDeselect={false}
            onChange={(next) => setLevel(next === '3' ? '' : (next ?? ''))}
          />
        </div>
        {shown === null ? (
          <BadgePreview name={sample.name} input={{ kit: value, ...sample.input }} />
        ) : (
          <KitVersion number={shown} state={state} sample={sample} onClose={() => setVersion('')} />
        )}
      </div>
    </div>
  );
}

interface VersionProps {
  number: number;
  state: SavedState<KitInput>;
  sample: { name: string; input: { sampleName: string | null; sampleLevel: number } };
  onClose: () => void;
}

function KitVersion({ number, state, sample, onClose }: VersionProps) {
  const { t } = useTranslation('studio');
  const { data, error, refetch } = useQuery(KIT_VERSION, { variables: { number } });
  const found = data?.brandKitVersion;
  return (
    <ShownVersion
      title={t('versions.of', { number })}
      found={data ? (found ?? null) : undefined}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      onBringBack={() => state.replace(found ? inputOf(found) : state.value)}
    >
      {found && <BadgePreview name={sample.name} input={{ kit: inputOf(found), ...sample.input }} />}
    </ShownVersion>
  );
}

interface FontProps {
  families: readonly Family[];
  value: KitInput['fonts'];
  onChange: (fonts: KitInput['fonts']) => void;
}

/** A font for each role; a script may have none, and then its names are refused. */
function FontFields({ families, value, onChange }: FontProps) {
  const { t } = useTranslation('studio');
  // t('studio:fonts.NAMES') t('studio:fonts.LABELS') t('studio:fonts.ARABIC') t('studio:fonts.HEBREW')
  // t('studio:fonts.THAI') t('studio:fonts.CHINESE_JAPANESE') t('studio:fonts.KOREAN')
  return (
    <fieldset className={styles.fonts}>
      <legend>{t('fonts.title')}</legend>
      {value.map(({ role, family }) => (
        <Select
          key={role}
          label={t(`fonts.${role}`)}
          data={[
            ...families
              .filter(({ roles }) => roles.includes(role))
              .map(({ key, name }) => ({ value: key, label: name })),
            ...(role === 'NAMES' || role === 'LABELS' ? [] : [{ value: '', label: t('fonts.none') }]),
          ]}
          value={family ?? ''}
          allowDeselect={false}
          onChange={(next) =>
            onChange(value.map((each) => (each.role === role ? { role, family: next || null } : each)))
          }
        />
      ))}
    </fieldset>
  );
}

function inputOf({ inks, fonts, initials, ground, logo }: Kit): KitInput {
  return {
    inks: { ground: inks.ground, gilt: inks.gilt, line: inks.line, text: inks.text },
    fonts: fonts.map(({ role, family }) => ({ role, family })),
    initials,
    ground,
    logoId: logo?.id ?? null,
  };
}
