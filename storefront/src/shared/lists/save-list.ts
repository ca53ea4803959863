import { mutationOptions } from '@tanstack/react-query';
import { api, queryClient } from '../api';
import type { LineWish } from '../cart/cart.queries';
import type { KeptList } from '../views';

/** What a new list begins with; nothing makes an empty one. */
export type ListBeginning = { from: 'cart' | { orderId: string } } | { lines: LineWish[] };

/** Keeps a list for the whole company. */
export const saveList = mutationOptions({
  mutationFn: ({ name, ...beginning }: { name: string } & ListBeginning): Promise<KeptList> =>
    api.data(
      api.http.POST('/api/v1/lists', {
        body:
          'lines' in beginning
            ? { name, lines: beginning.lines.map((line) => ({ ...line, note: line.note ?? undefined })) }
            : { name, from: beginning.from },
      }),
    ),
  onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['lists', 'all'] }),
});
