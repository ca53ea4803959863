import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Public, SignedIn } from '../../shared/http/access.js';
import { fail, Failure, foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { ChoosePassword } from '../application/choose-password.js';
import { Accounts } from '../application/ports.js';
import { RefreshSignIn } from '../application/refresh-sign-in.js';
import { RequestPasswordReset } from '../application/request-password-reset.js';
import { SignIn } from '../application/sign-in.js';
import { SignOut } from '../application/sign-out.js';
import type { SignedIn as Welcomed } from '../application/welcome.js';
import {
  DoneView,
  LoginBody,
  PasswordBody,
  PasswordChosenView,
  PasswordResetBody,
  SideBody,
  SignInView,
  toSignInView,
  toUserView,
  UserView,
} from './auth.dto.js';
import { failures } from './failures.js';
import { giveRefreshToken, refreshTokensOf, takeRefreshToken } from './refresh-cookie.js';

/** Signing in, staying signed in, and getting back in. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSignIn: RefreshSignIn,
    private readonly signOut: SignOut,
    private readonly accounts: Accounts,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly choosePassword: ChoosePassword,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  async login(
    @Body() body: LoginBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const result = await this.signIn.execute({ ...body, address: request.ip });
    if (!result.ok && result.error.code === 'auth.too_many_attempts') {
      const { code, retryAfterSeconds } = result.error;
      const { status, message } = failures[code];
      throw new Failure(status, code, message, { retryAfterSeconds }, retryAfterSeconds);
    }
    return answer(reply, valueOrFailure(result, failures));
  }

  /** Of two cookies the asked side's is used; without `side` the buyer's comes first. */
  @Post('refresh')
  @HttpCode(200)
  @Public()
  async refresh(
    @Body() { side }: SideBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const [token] = refreshTokensOf(request, side);
    if (!token) return fail({ code: 'auth.session_ended' as const }, failures);
    return answer(reply, valueOrFailure(await this.refreshSignIn.execute(token, side), failures));
  }

  @Post('logout')
  @HttpCode(200)
  @Public()
  async logout(
    @Body() { side }: SideBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.signOut.execute(refreshTokensOf(request, side));
    takeRefreshToken(reply, side);
    return { done: true };
  }

  @Get('me')
  @SignedIn()
  async me(@CurrentActor() actor: Actor): Promise<UserView> {
    return toUserView(foundOr404(await this.accounts.byId(actor.id), 'member'));
  }

  @Post('password-reset')
  @HttpCode(200)
  @Public()
  async passwordReset(@Body() { email }: PasswordResetBody, @Req() request: FastifyRequest): Promise<DoneView> {
    await this.requestPasswordReset.execute(email, request.ip);
    return { done: true };
  }

  @Post('password')
  @HttpCode(200)
  @Public()
  async password(@Body() { token, password }: PasswordBody): Promise<PasswordChosenView> {
    const { email, kind } = valueOrFailure(await this.choosePassword.execute(token, password), failures);
    return { email, kind };
  }
}

function answer(reply: FastifyReply, welcomed: Welcomed): SignInView {
  const { account, refresh } = welcomed;
  if (refresh) giveRefreshToken(reply, account.kind, refresh.token, refresh.expiresAt);
  return toSignInView(welcomed);
}
