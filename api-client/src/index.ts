export { ApiError, type FieldError } from './api-error';
export { createApi, newIdempotencyKey, type Api } from './create-api';
export type { components, paths } from './schema';
export type { SessionState, Side, SignedInUser } from './session';
