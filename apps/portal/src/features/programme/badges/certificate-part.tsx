import { useQuery } from '@apollo/client/react';
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAddress } from '../../../lib/use-address.js';
import {
  CERTIFICATE,
  CERTIFICATE_VERSION,
  type Certificate,
  type CertificateInput,
  SAVE_CERTIFICATE,
  USE_CERTIFICATE,
} from './certificate.documents.js';
import { CertificatePreview } from './certificate-preview.js';
import { SavedHead } from './saved-head.js';
import { SignatureFields } from './signature-fields.js';
import { UseAct } from './use-act.js';
import { ShownVersion } from './shown-version.js';
import { type SavedState, useSaved } from './use-saved.js';
import { numberIn, VersionsList } from './versions-list.js';
import styles from './studio.module.css';

/** The certificate on paper, with the page beside it as it would come out. */
export function CertificatePart() {
  const { data, error, refetch } = useQuery(CERTIFICATE);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return (
    <CertificateForm
      certificate={data.certificateTemplate}
      reload={async () => (await refetch()).data?.certificateTemplate}
    />
  );
}

interface Props {
  certificate: Certificate;
  reload: () => Promise<Certificate | undefined>;
}

const SHOWN = ['showOutcomes', 'showBadge', 'showLogo', 'showQr'] as const;

function CertificateForm({ certificate, reload }: Props) {
  const { t } = useTranslation('studio');
  const [save] = useResultMutation(SAVE_CERTIFICATE);
  const state = useSaved(inputOf(certificate), certificate.revision, (input, expectedRevision) =>
    save({ expectedRevision, input }),
  );
  const [version, setVersion] = useAddress('version');
  const shown = numberIn(version);
  const { value, change } = state;
  // t('studio:certificate.showOutcomes') t('studio:certificate.showBadge') t('studio:certificate.showLogo')
  // t('studio:certificate.showQr')
  return (
    <div className={styles.studio}>
      <div className={styles.form}>
        <SavedHead
          state={state}
          onTheirs={() => void reload().then((theirs) => theirs && state.takeTheirs(inputOf(theirs), theirs.revision))}
        />
        <div className={styles.row}>
          <SegmentedChoice
            label={t('certificate.paper')}
            hideLabel={false}
            value={value.paper}
            onChange={(paper) => change({ ...value, paper })}
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'US_LETTER', label: t('certificate.letter') },
            ]}
          />
          <SegmentedChoice
            label={t('certificate.side')}
            hideLabel={false}
            value={value.landscape ? 'wide' : 'tall'}
            onChange={(side) => change({ ...value, landscape: side === 'wide' })}
            options={[
              { value: 'tall', label: t('certificate.tall') },
              { value: 'wide', label: t('certificate.wide') },
            ]}
          />
        </div>
        <TextInput
          label={t('certificate.language')}
          description={t('certificate.languageHint')}
          value={value.language}
          maxLength={6}
          onChange={({ target }) => change({ ...value, language: target.value.trim() })}
        />
        <Words value={value.words} onChange={(words) => change({ ...value, words })} />
        <fieldset className={styles.marks}>
          <legend>{t('certificate.shown')}</legend>
          {SHOWN.map((name) => (
            <Checkbox
              key={name}
              label={t(`certificate.${name}`)}
              checked={value[name]}
              onChange={({ target }) => change({ ...value, [name]: target.checked })}
            />
          ))}
        </fieldset>
        <SignatureFields value={value.signatures} onChange={(signatures) => change({ ...value, signatures })} />
        <UseAct
          state={state}
          document={USE_CERTIFICATE}
          body={t('certificate.useBody')}
          refetch="CertificateTemplate"
        />
        <VersionsList versions={certificate.versions} shown={shown} onShow={(number) => setVersion(String(number))} />
      </div>
      <div className={styles.side}>
        {shown === null ? (
          <CertificatePreview input={value} />
        ) : (
          <CertificateVersion number={shown} state={state} onClose={() => setVersion('')} />
        )}
      </div>
    </div>
  );
}

interface VersionProps {
  number: number;
  state: SavedState<CertificateInput>;
  onClose: () => void;
}

function CertificateVersion({ number, state, onClose }: VersionProps) {
  const { t } = useTranslation('studio');
  const { data, error, refetch } = useQuery(CERTIFICATE_VERSION, { variables: { number } });
  const found = data?.certificateTemplateVersion;
  return (
    <ShownVersion
      title={t('versions.of', { number })}
      found={data ? (found ?? null) : undefined}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      onBringBack={() => state.replace(found ? inputOf(found) : state.value)}
    >
      {found && <CertificatePreview input={inputOf(found)} />}
    </ShownVersion>
  );
}

interface WordsProps {
  value: CertificateInput['words'];
  onChange: (words: CertificateInput['words']) => void;
}

function Words({ value, onChange }: WordsProps) {
  const { t } = useTranslation('studio');
  // t('studio:words.TITLE') t('studio:words.LEAD') t('studio:words.ACHIEVED') t('studio:words.LEVEL')
  // t('studio:words.OUTCOMES') t('studio:words.AWARDED') t('studio:words.VALID_UNTIL') t('studio:words.NO_END')
  // t('studio:words.PRIOR_LEARNING') t('studio:words.ISSUED_BY') t('studio:words.CHECK') t('studio:words.CLOSING')
  return (
    <fieldset className={styles.fonts}>
      <legend>{t('words.title')}</legend>
      {value.map(({ word, text }) => (
        <TextInput
          key={word}
          className={word === 'CLOSING' ? styles.closing : undefined}
          label={t(`words.${word}`)}
          value={text}
          dir="auto"
          onChange={({ target }) =>
            onChange(value.map((each) => (each.word === word ? { word, text: target.value } : each)))
          }
        />
      ))}
    </fieldset>
  );
}

function inputOf({ paper, landscape, language, words, signatures, ...shown }: Certificate): CertificateInput {
  const { showOutcomes, showBadge, showLogo, showQr } = shown;
  return {
    ...{ paper, landscape, language, showOutcomes, showBadge, showLogo, showQr },
    words: words.map(({ word, text }) => ({ word, text })),
    signatures: signatures.map(({ name, role }) => ({ name, role })),
  };
}
