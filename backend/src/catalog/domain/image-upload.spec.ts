import { asAnnounced, type Upload, usable } from './image-upload.js';

const now = new Date('2026-11-20T12:00:00Z');
const upload: Upload = {
  key: 'k',
  contentType: 'image/png',
  size: 100,
  expiresAt: new Date('2026-11-20T12:10:00Z'),
  confirmed: false,
};
const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'ok';

it.each([
  [upload, 'ok'],
  [null, 'upload.not_found'],
  [{ ...upload, confirmed: true }, 'upload.already_used'],
  [{ ...upload, expiresAt: now }, 'upload.expired'],
])('place %#: %s', (place, outcome) => {
  expect(codeOf(usable(place, now))).toBe(outcome);
});

it.each([
  [{ size: 100, type: 'image/png' }, 'ok'],
  [null, 'image.not_uploaded'],
  [{ size: 101, type: 'image/png' }, 'image.wrong_size'],
  [{ size: 100, type: 'image/gif' }, 'image.wrong_type'],
  [{ size: 100, type: null }, 'image.wrong_type'],
])('file %#: %s', (file, outcome) => {
  expect(codeOf(asAnnounced(upload, file))).toBe(outcome);
});
