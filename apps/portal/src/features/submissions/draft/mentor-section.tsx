import { useQuery } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { MentorNotes } from '../../../components/mentor-notes.js';
import { Section } from '../../../components/page.js';
import { type Choice, SearchSelect } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { ASK_MENTOR, END_MENTORING, MENTORING } from '../../../lib/mentoring.documents.js';
import { useResultMutation } from '../../../lib/result.js';
import { useColleagues } from '../../../lib/use-colleagues.js';
import styles from './mentor-section.module.css';

/** Who helps with prior learning, who was asked, and a way to ask somebody. */
export function MentorSection({ submissionId }: { submissionId: string }) {
  const { t } = useTranslation('prior-learning');
  const { data, refetch } = useQuery(MENTORING, { variables: { id: submissionId } });
  const colleagues = useColleagues();
  const [colleague, setColleague] = useState<Choice | null>(null);
  const [message, setMessage] = useState('');
  const [ask, asking] = useResultMutation(ASK_MENTOR);
  const [end, ending] = useResultMutation(END_MENTORING);
  const mentor = data?.submission?.mentor;
  if (!data) return null;
  const waiting = data.submission?.mentorRequests.filter(({ state }) => state === 'WAITING') ?? [];
  const send = async () => {
    const { ok } = await ask({ submissionId, personId: colleague?.value ?? '', message });
    if (!ok) return;
    setColleague(null);
    setMessage('');
    await refetch();
  };
  const problem = asking.refusal ?? ending.refusal;
  return (
    <div className={styles.mentor}>
      <Section title={t('mentor.title')}>
        <div className={styles.body}>
          {mentor ? (
            <>
              <p>{t('mentor.is', { name: mentor.displayName })}</p>
              <Button
                variant="quiet"
                busy={ending.loading}
                onClick={() => void end({ submissionId }).then(() => refetch())}
              >
                {t('mentor.end')}
              </Button>
            </>
          ) : (
            <>
              <p>{t('mentor.lead')}</p>
              {waiting.map(({ mentor: asked }) => (
                <p key={asked?.id}>{t('mentor.waiting', { name: asked?.displayName })}</p>
              ))}
              <SearchSelect label={t('mentor.who')} value={colleague} onChange={setColleague} {...colleagues} />
              <Textarea
                label={t('mentor.message')}
                autosize
                minRows={2}
                value={message}
                onChange={(event) => setMessage(event.currentTarget.value)}
              />
              <Button disabled={!colleague} busy={asking.loading} onClick={() => void send()}>
                {t('mentor.ask')}
              </Button>
            </>
          )}
          {problem && <RefusalNote>{problem.message}</RefusalNote>}
        </div>
      </Section>
      {mentor && <MentorNotes submissionId={submissionId} />}
    </div>
  );
}
