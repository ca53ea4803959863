import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, type Buyer, isBuyer } from '../actor.js';
import { type Permission } from '../permissions.js';
import { currentContext } from '../request-context.js';
import { Failure } from './failure.js';

export const ACCESS = 'access';
export type Access = Permission | 'public' | 'signed-in';

/** The caller must hold this permission. */
export const Requires = (permission: Permission) => SetMetadata(ACCESS, permission satisfies Access);

/** Anybody may call, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Whoever is signed in may call, whatever their roles: only for what concerns themselves. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Lets a call through only as its route declares; a route that declares nothing is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may call it`);
    if (access === 'public') return true;

    const actor = currentContext()?.actor;
    if (!actor) throw new Failure(401, 'auth.required', 'Sign in first');
    if (access !== 'signed-in' && !actor.permissions.has(access)) {
      throw new Failure(403, 'auth.forbidden', 'You may not do this', { permission: access });
    }
    return true;
  }
}

const actorNow = (): Actor => {
  const actor = currentContext()?.actor;
  if (!actor) throw new Error('a public route asked who is calling');
  return actor;
};

/** Whoever is signed in; only for routes that are not public. */
export const CurrentActor = createParamDecorator(actorNow);

/** The signed-in buyer; only for routes that require a buyer's permission. */
export const CurrentBuyer = createParamDecorator((): Buyer => {
  const actor = actorNow();
  if (!isBuyer(actor)) throw new Failure(403, 'auth.forbidden', 'This is for buyers');
  return actor;
});
