import { ApiError } from '@tradeyard/api-client';
import { api } from './api';

type AnyGet = (
  path: string,
  init: { parseAs: 'blob' },
) => Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** Saves what a path of the API answers as a file, under the name the API gives it. A refusal is thrown as ApiError. */
export async function download(path: string, otherwise: string): Promise<void> {
  const { data, error, response } = await (api.http.GET as unknown as AnyGet)(path, { parseAs: 'blob' });
  if (!response.ok || !data) throw ApiError.of(response, error);
  const url = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? otherwise;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameIn(disposition: string | null): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null;
}
