import { ApiError } from '@tradeyard/api-client';
import { queryClient } from '../../shared/api';
import { EditQueue } from './edit-queue';
import { NEW_DRAFT } from './edits';
import { beginDraft, mayGoRightLater, putEdits } from './grid-requests';
import type { Revision } from './prices.queries';
import { openDraftsQuery } from './use-drafts';

/**
 * The edits of one person on their way into drafts. It outlives the screen: who looks at something else meanwhile loses
 * nothing.
 */
export interface DraftEdits {
  queue: EditQueue;
  /** The version of each draft as far as this person's own edits and looks go. */
  versions: Map<string, number>;
  /** Is told when a draft holds more than this person wrote. */
  onStrange: (listener: () => void) => () => void;
}

const ofPerson = new Map<string, DraftEdits>();

/** The edits of a person, who writes prices in this manner. */
export function draftEditsOf(personId: string, locale: 'en' | 'pt-BR'): DraftEdits {
  const known = ofPerson.get(personId);
  if (known) return known;
  const made = createDraftEdits(locale);
  ofPerson.set(personId, made);
  return made;
}

function createDraftEdits(locale: 'en' | 'pt-BR'): DraftEdits {
  const versions = new Map<string, number>();
  const begun = new Map<string, Promise<Revision>>();
  const strangers = new Set<() => void>();

  const draftOf = async (tableId: string, draftId: string): Promise<Pick<Revision, 'id' | 'tableId'>> => {
    if (draftId !== NEW_DRAFT) return { id: draftId, tableId };
    const beginning = begun.get(tableId) ?? beginDraft(tableId);
    begun.set(tableId, beginning);
    try {
      const draft = await beginning;
      queryClient.setQueryData(openDraftsQuery.queryKey, (drafts) =>
        drafts && !drafts.some(({ id }) => id === draft.id) ? [draft, ...drafts] : drafts,
      );
      if (!versions.has(draft.id)) versions.set(draft.id, draft.version);
      return draft;
    } catch (error) {
      begun.delete(tableId);
      throw error;
    }
  };

  const queue = new EditQueue({
    send: async ({ tableId, draftId }, held) => {
      const draft = await draftOf(tableId, draftId);
      try {
        const { outcomes, version } = await putEdits(draft, held, locale);
        const known = versions.get(draft.id);
        versions.set(draft.id, Math.max(version, known ?? 0));
        if (known !== undefined && version > known + 1) for (const listener of strangers) listener();
        return outcomes;
      } catch (error) {
        // The draft may be gone or no longer one.
        if (error instanceof ApiError && error.code.startsWith('revision.')) {
          begun.delete(tableId);
          void queryClient.invalidateQueries({ queryKey: ['prices'] });
        }
        throw error;
      }
    },
    mayRetry: mayGoRightLater,
    refusalOf: (error) =>
      error instanceof ApiError
        ? { code: error.code, message: error.message, details: error.details }
        : { code: 'internal', message: '' },
  });
  window.addEventListener('online', () => queue.retry());
  // Closing the page would lose what is on its way; the browser asks in its own words.
  window.addEventListener('beforeunload', (event) => {
    if (queue.unsaved > 0) event.preventDefault();
  });
  return {
    queue,
    versions,
    onStrange: (listener) => {
      strangers.add(listener);
      return () => strangers.delete(listener);
    },
  };
}
