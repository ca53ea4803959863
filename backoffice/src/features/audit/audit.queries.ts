import { api } from '../../shared/api';
import { listQuery } from '../../shared/list/use-list';

/** Something somebody did; the API's description does not yet name these fields. */
export interface AuditEntry {
  id: string;
  at: string;
  /** Null when the system did it by itself. */
  actor: { id: string; name: string } | null;
  action: string;
  entity: string;
  entityId: string;
  facts: object | null;
}

export interface AuditFilter {
  entity: string;
  entityId: string;
  actor: string;
  from: string;
  to: string;
}

/** What was done, newest first, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  listQuery<AuditEntry>(['audit', filter], async (page) => {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
    const call = api.http.GET('/api/v1/backoffice/audit', { params: { query: { ...given, page, pageSize: 50 } } });
    const { data, meta } = await api.answer(call);
    return { data: data as AuditEntry[], meta };
  });
