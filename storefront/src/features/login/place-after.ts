/** Where a sign-in leads: the wanted page of this store, and nothing else that an address may have been made to say. */
export function placeAfter(next: string | null): string {
  if (!next || !/^\/(?![/\\])/.test(next) || next.startsWith('/login')) return '/';
  return next;
}
