import { useRef, useState } from 'react';
import { ApiError } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { useProductChange } from './products.queries';

export interface Upload {
  id: number;
  file: File;
  /** 0 to 1; null while the picture is being checked. */
  progress: number | null;
  error: unknown;
}

const types = ['image/jpeg', 'image/png', 'image/webp'];

export interface ImageUploads {
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  retry: (upload: Upload) => void;
  dismiss: (upload: Upload) => void;
}

/** Sends pictures straight to the object store, one after the other, and has the API check each; refusals stay beside their file. */
export function useImageUploads(productId: string): ImageUploads {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const count = useRef(0);
  const queue = useRef(Promise.resolve());
  const change = useProductChange();

  const update = (id: number, next: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)));
  const run = async ({ id, file }: Upload): Promise<void> => {
    update(id, { progress: 0, error: null });
    try {
      const { key, url, headers } = await api.data(
        api.http.POST('/api/v1/backoffice/uploads', {
          // The API looks at the name when a browser cannot tell the type; what arrives is checked anyway.
          body: { fileName: file.name, contentType: file.type || 'application/octet-stream', size: file.size },
        }),
      );
      await sendFile(file, url, headers as Record<string, string>, (progress) => update(id, { progress }));
      update(id, { progress: null });
      await change.mutateAsync({ kind: 'add-image', id: productId, key });
      setUploads((all) => all.filter((upload) => upload.id !== id));
    } catch (error) {
      update(id, { error });
    }
  };
  const enqueue = (upload: Upload): void => {
    queue.current = queue.current.then(() => run(upload));
  };
  return {
    uploads,
    add: (files) => {
      const added = files.map((file) => ({ id: (count.current += 1), file, progress: 0, error: null }));
      setUploads((all) => [...all, ...added]);
      added.forEach(enqueue);
    },
    retry: enqueue,
    dismiss: ({ id }) => setUploads((all) => all.filter((upload) => upload.id !== id)),
  };
}

/** `fetch` cannot tell how far a body is. */
function sendFile(
  file: File,
  url: string,
  headers: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? done()
        : fail(new ApiError(request.status, 'image.not_uploaded', 'The object store refused the file'));
    request.onerror = () => fail(ApiError.unreachable());
    request.send(file);
  });
}

export const acceptedImages = types.join(',');
