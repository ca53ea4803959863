import type { Actor } from '../../shared/actor.js';
import { maySeeCosts } from '../application/cost-ports.js';
import type { Editor } from '../application/revision-ports.js';

/** The signed-in member of staff as someone who works on prices. */
export const editorOf = ({ id, name, permissions }: Actor): Editor => ({
  id,
  name,
  mayPublish: permissions.has('price.publish'),
  mayOverrideFloor: permissions.has('price.override_floor'),
  seesCosts: maySeeCosts(permissions),
});
