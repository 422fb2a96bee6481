import { useQuery } from '@apollo/client/react';
import { IconBrandLinkedin, IconDownload } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BadgeImage } from '../../components/badge-image.js';
import { LinkButton } from '../../components/button.js';
import { Endorsements } from '../../components/endorsements.js';
import { KeyValues } from '../../components/key-values.js';
import { Page, PageHeader, Section, WithRail } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import { useViewer } from '../../lib/viewer.js';
import { AwardedSkills } from './awarded-skills.js';
import { BadgeState } from './badge-state.js';
import { BADGE, type Badge, type OtherBadge } from './badges.documents.js';
import styles from './badge-page.module.css';
import { linkedInAddress } from './linkedin.js';
import { RenewalSection } from './renewal-section.js';
import { SharePanel } from './share-panel.js';
import { saysPriorLearning, signedDescriptors } from './signed-descriptors.js';
import { StackSection } from './stack-section.js';
import { UseSection } from './use-section.js';
import { WhatWasDone } from './what-was-done.js';

/** One badge: what it certifies, the signed statement behind it, and who may see it. */
export function BadgePage() {
  const { t } = useTranslation('badges');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(BADGE, { variables: { id } });
  if (error && !data)
    return (
      <Page title={t('title')} width="reading">
        <ErrorState onRetry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t('title')} width="reading">
        <LoadingRows />
      </Page>
    );
  if (!data.credential)
    return (
      <Page title={t('title')} width="reading">
        <EmptyState title={t('gone.title')} act={<LinkButton to="/growth/badges">{t('gone.act')}</LinkButton>}>
          {t('gone.body')}
        </EmptyState>
      </Page>
    );
  return <Shown badge={data.credential} others={data.myCredentials} />;
}

function Shown({ badge, others }: { badge: Badge; others: readonly OtherBadge[] }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const { achievementVersion: achievement, person } = badge;
  const title = achievementTitle(achievement);
  return (
    <Page title={title} width="reading" record={badge.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/growth/badges">{t('title')}</TextLink>}
        below={<BadgeState held={badge} />}
      />
      <WithRail rail={badge.viewerCan.includes('share') ? <SharePanel badge={badge} others={others} /> : null}>
        <div className={styles.record}>
          <BadgeImage url={badge.badgeUrl} name={title} size={200} />
          <div>
            <p className={styles.lead}>{achievement.description}</p>
            <KeyValues
              items={[
                { name: t('facts.holder'), value: person.displayName },
                {
                  name: t('facts.skill', { count: achievement.awardedSkills.length }),
                  value:
                    achievement.awardedSkills.length > 0 ? <AwardedSkills skills={achievement.awardedSkills} /> : '–',
                },
                { name: t('facts.earned'), value: date(badge.validFrom) },
                { name: t('facts.until'), value: badge.validUntil ? date(badge.validUntil) : t('state.noEnd') },
                { name: t('facts.version'), value: achievement.number },
              ]}
            />
          </div>
        </div>
        <RenewalSection badge={badge} />
        <StackSection badge={badge} />
        <WhatWasDone badge={badge} />
        <Section title={t('proves')}>
          <ul className={styles.outcomes}>
            {achievement.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </Section>
        <Endorsements credentialId={badge.id} />
        <EuropeanDescriptors badge={badge} />
        <UseSection badge={badge} />
        <SignedStatement badge={badge} title={title} />
      </WithRail>
    </Page>
  );
}

/** As the signed badge says them; one from before they were signed has only figures. */
function EuropeanDescriptors({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { workloadHours, ects, eqfLevel } = badge.achievementVersion.descriptors;
  const items = [
    ...(workloadHours === null ? [] : [{ name: t('eu.hours'), value: workloadHours }]),
    ...(ects === null ? [] : [{ name: t('eu.ects'), value: ects }]),
    ...(eqfLevel === null ? [] : [{ name: t('eu.eqf'), value: eqfLevel }]),
    ...(saysPriorLearning(badge.document) ? [{ name: t('route.name'), value: t('route.priorLearning') }] : []),
    ...signedDescriptors(badge.document),
  ];
  if (items.length === 0) return null;
  return (
    <Section title={t('eu.title')}>
      <KeyValues items={items} />
    </Section>
  );
}

/** The document itself: anybody can check it without us. */
function SignedStatement({ badge, title }: { badge: Badge; title: string }) {
  const { t } = useTranslation('badges');
  const { organisation } = useViewer();
  const shared = badge.shareGrants.find((grant) => !grant.revokedAt);
  return (
    <Section title={t('signed.title')}>
      <div className={styles.signed}>
        <p>{t('signed.body')}</p>
        <p className={styles.digest}>
          {t('signed.digest')} <code>{badge.digest}</code>
        </p>
        <div className={styles.acts}>
          {filesOf(badge, title, t).map(({ name, address, label }) => (
            <a key={name} className={styles.download} href={address} download={name}>
              <IconDownload size={16} stroke={1.6} aria-hidden />
              {label}
            </a>
          ))}
          {shared && (
            <a
              className={styles.download}
              href={linkedInAddress({ title, issuer: organisation.name, badge, url: shared.url })}
              target="_blank"
              rel="noreferrer"
            >
              <IconBrandLinkedin size={16} stroke={1.6} aria-hidden />
              {t('signed.linkedin')}
            </a>
          )}
        </div>
        <details>
          <summary>{t('signed.show')}</summary>
          <pre>{badge.document}</pre>
        </details>
      </div>
    </Section>
  );
}

/** The forms in which it is taken along. All but the document are for its holder. */
function filesOf(badge: Badge, title: string, t: TFunction<'badges'>) {
  const mine = badge.viewerCan.includes('share');
  const taken = `/badges/${badge.id}/credential`;
  return [
    ...(mine ? [{ name: `${title}.png`, address: `${taken}.png`, label: t('signed.picture') }] : []),
    ...(mine ? [{ name: `${title}.svg`, address: `${taken}.svg`, label: t('signed.drawing') }] : []),
    {
      name: `${title}.json`,
      address: mine
        ? `${taken}.json`
        : `data:application/vc+ld+json;charset=utf-8,${encodeURIComponent(badge.document)}`,
      label: t('signed.download'),
    },
    ...(mine && badge.tokenSigned ? [{ name: `${title}.jwt`, address: `${taken}.jwt`, label: t('signed.token') }] : []),
    ...(badge.certificateUrl
      ? [{ name: `${title}.pdf`, address: badge.certificateUrl, label: t('signed.certificate') }]
      : []),
  ];
}
