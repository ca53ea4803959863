import { createSecretKey } from 'node:crypto';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../../shared/actor.js';
import { Failure } from '../../shared/http/failure.js';
import { settings } from '../../shared/infrastructure/settings.js';
import type { Permission } from '../../shared/permissions.js';
import { currentContext } from '../../shared/request-context.js';
import { type Claims, Epochs } from '../application/ports.js';

/** Accepts a token that we signed, that is in date, made for this tenant, and as new as the member's rights. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly epochs: Epochs) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object, because a text would be tried as a public key first, at each request.
      secretOrKey: createSecretKey(settings().JWT_SECRET, 'utf8') as unknown as string,
      algorithms: ['HS256'],
    });
  }

  async validate(claims: Claims): Promise<Actor> {
    if (claims.tenantId !== currentContext()?.tenantId) {
      throw new Failure(401, 'auth.wrong_tenant', 'This sign-in belongs to another store');
    }
    const epoch = await this.epochs.of(claims.sub);
    if (epoch !== claims.epoch) throw new Failure(401, 'auth.token_stale', 'Your rights changed; refresh the sign-in');
    return {
      id: claims.sub,
      kind: claims.kind,
      name: claims.name,
      companyId: claims.companyId ?? null,
      permissions: new Set(claims.permissions as Permission[]),
    };
  }
}

/** Puts whoever a bearer token names into the request's context; a request without one goes on as nobody. */
@Injectable()
export class JwtGuard extends AuthGuard('jwt') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.headers.authorization) return true;
    await super.canActivate(context);
    return true;
  }

  override handleRequest<User>(error: Error | null, user: User | false): User {
    if (error) throw error;
    if (!user) throw new Failure(401, 'auth.invalid_token', 'This sign-in is not valid any more');
    const context = currentContext();
    if (context) context.actor = user as unknown as Actor;
    return user;
  }
}
