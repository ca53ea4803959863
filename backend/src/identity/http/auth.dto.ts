import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import type { Side } from '../../shared/permissions.js';
import type { Account } from '../application/ports.js';
import type { SignedIn } from '../application/welcome.js';

/** The side of the counter: the storefront is for buyers, the backoffice for staff. */
export class SideBody {
  @WhenGiven()
  @IsIn(['staff', 'buyer'])
  side?: Side;
}

/** What somebody signs in with. */
export class LoginBody extends SideBody {
  @Text(1, 254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

/** The address whose owner forgot the password. */
export class PasswordResetBody {
  @Text(3, 254)
  email!: string;
}

/** A mailed link's secret, and the password its reader chose. */
export class PasswordBody {
  @IsString()
  @MinLength(20)
  @MaxLength(100)
  token!: string;

  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password!: string;
}

/** The company a buyer buys for. */
export class UserCompanyView {
  id!: string;
  name!: string;
  stateCode!: string;
}

/** Whoever is signed in. */
export class UserView {
  id!: string;
  name!: string;
  email!: string;
  kind!: 'staff' | 'buyer';
  /** Codes of roles. */
  roles!: string[];
  permissions!: string[];
  /** Only buyers have one. */
  company?: UserCompanyView;
}

/** An access token and whom it vouches for; `expiresIn` is in seconds. */
export class SignInView {
  accessToken!: string;
  expiresIn!: number;
  user!: UserView;
}

/** Who may sign in with the new password, and where. */
export class PasswordChosenView {
  email!: string;
  kind!: 'staff' | 'buyer';
}

/** What was asked for is done or under way; there is nothing to tell. */
export class DoneView {
  done!: true;
}

export const toUserView = ({ id, name, email, kind, roles, permissions, company }: Account): UserView => ({
  id,
  name,
  email,
  kind,
  roles: [...roles],
  permissions: [...permissions],
  ...(company ? { company: { ...company } } : {}),
});

export const toSignInView = ({ accessToken, expiresIn, account }: SignedIn): SignInView => ({
  accessToken,
  expiresIn,
  user: toUserView(account),
});
