import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, Field, SkeletonRows, TextArea, Timeline, type TimelineEntry } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { eventsQuery } from './revisions.queries';
import type { RevisionEvent, RevisionPlace } from './revision-views';
import { revisionSteps } from './use-revision-steps';

const bad = new Set(['rejected', 'withdrawn', 'overridden']);

/** What became of a revision and what people said about it, newest first; a comment goes on top. */
export function RevisionStory({ revision, mayComment }: { revision: RevisionPlace; mayComment: boolean }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const events = useQuery(eventsQuery(revision));
  const waiting = useDelayed(events.isPending);
  const entry = ({ id, kind, by, at, note }: RevisionEvent): TimelineEntry => ({
    id,
    title: t(`revisions.events.${kind}`),
    detail: [by?.name, dateTime(at)].filter(Boolean).join(' · '),
    state: bad.has(kind) ? 'bad' : 'done',
    children: note && <p className="revision-note">{note}</p>,
  });
  return (
    <>
      {mayComment && <Comment revision={revision} />}
      {events.isError && !events.data ? (
        <LoadFailed
          error={events.error}
          title={t('revisions.eventsFailed')}
          retrying={events.isFetching}
          onRetry={() => void events.refetch()}
        />
      ) : events.data ? (
        <Timeline label={t('revisions.story')} items={events.data.map(entry).toReversed()} />
      ) : (
        waiting && <SkeletonRows rows={3} columns={['1fr']} />
      )}
    </>
  );
}

function Comment({ revision }: { revision: RevisionPlace }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => revisionSteps.comment(revision, text.trim()),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: eventsQuery(revision).queryKey });
    },
  });
  return (
    <form
      className="revision-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) send.mutate();
      }}
    >
      <FormProblem>{send.error ? refusal(send.error) : ''}</FormProblem>
      <Field label={t('revisions.comment')} hideLabel>
        <TextArea
          rows={2}
          maxLength={2000}
          value={text}
          placeholder={t('revisions.comment')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      {text.trim() !== '' && (
        <Button type="submit" size="sm" busy={send.isPending}>
          {t('revisions.addComment')}
        </Button>
      )}
    </form>
  );
}
