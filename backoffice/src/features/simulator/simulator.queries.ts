import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { noonOf } from '../../shared/explain/ask';
import { askedLine, type BasketLine } from './basket';

export type Simulation = components['schemas']['SimulationView'];
export type SimulatedLine = components['schemas']['SimulatedLineView'];
export type Revision = components['schemas']['RevisionView'];

/** What is simulated. */
export interface Question {
  company: string;
  state: string;
  /** A day; empty is now. */
  date: string;
  code: string;
  revisions: readonly string[];
  /** An order whose lines are taken; empty for `list` or `lines`. */
  order: string;
  /** A saved list of the company whose lines are taken; empty for `lines`. */
  list: string;
  lines: readonly BasketLine[];
}

/** A basket at today's prices beside those it would have. */
export const simulationQuery = ({ company, state, date, code, revisions, order, list, lines }: Question) =>
  queryOptions({
    queryKey: ['prices', 'simulation', { company, state, date, code, revisions, order, list, lines }],
    queryFn: (): Promise<Simulation> =>
      api.data(
        api.http.POST('/api/v1/backoffice/prices/simulate', {
          body: {
            ...(company && { companyId: company }),
            ...(state && { stateCode: state }),
            ...(date && { at: noonOf(date) }),
            ...(code && { tradeCode: code }),
            revisionIds: [...revisions],
            ...(order ? { orderId: order } : list ? { listId: list } : { lines: lines.map(askedLine) }),
          },
        }),
      ),
    enabled: order !== '' || list !== '' || lines.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

const open = ['draft', 'submitted', 'approved', 'scheduled'] as const;

/** Revisions that are not live yet, the newest first. */
export const openRevisionsQuery = (search: string) =>
  queryOptions({
    queryKey: ['prices', 'open-revisions', search],
    queryFn: (): Promise<Revision[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/price-revisions', {
          params: { query: { status: [...open], ...(search && { search }), page: 1, pageSize: 20 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export interface OrderChoice {
  id: string;
  number: string;
  company: { id: string; name: string };
  placedAt: string;
}

/** A few orders by number or company, for taking their lines. */
export const orderChoiceQuery = (search: string, company: string) =>
  queryOptions({
    queryKey: ['orders', 'choice', search, company],
    queryFn: async (): Promise<OrderChoice[]> => {
      const query = { ...(search && { search }), ...(company && { company }), page: 1, pageSize: 12 };
      const call = api.http.GET('/api/v1/backoffice/orders', { params: { query } });
      return (await api.data(call)).map(({ id, number, company: of, placedAt }) => ({
        id,
        number,
        company: of,
        placedAt,
      }));
    },
    placeholderData: keepPreviousData,
  });

/** What an order is called. */
export const orderNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'name', id],
    queryFn: async (): Promise<OrderChoice> => {
      const call = api.http.GET('/api/v1/backoffice/orders/{id}', { params: { path: { id } } });
      const { number, company, placedAt } = await api.data(call);
      return { id, number, company, placedAt };
    },
    staleTime: 300_000,
  });

export type ListChoice = components['schemas']['ListSummaryView'];

/** As many saved lists as a company may have. */
const ALL_LISTS = 200;

/** The saved lists of a company, the one changed last first. */
export const listChoiceQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'lists', company],
    queryFn: (): Promise<ListChoice[]> =>
      api.data(
        api.http.GET('/api/v1/backoffice/companies/{id}/lists', {
          params: { path: { id: company }, query: { page: 1, pageSize: ALL_LISTS } },
        }),
      ),
  });
