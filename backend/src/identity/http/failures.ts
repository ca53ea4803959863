import type { Failures } from '../../shared/http/failure.js';
import type { AddMemberError } from '../application/add-member.js';
import type { ChangeCompanyError } from '../application/change-company.js';
import type { ChangeJobSiteError } from '../application/change-job-site.js';
import type { ChangeMemberError } from '../application/change-member.js';
import type { ChangeRoleError } from '../application/change-role.js';
import type { ChoosePasswordError } from '../application/choose-password.js';
import type { OpenJobSiteError } from '../application/open-job-site.js';
import type { RefreshError } from '../application/refresh-sign-in.js';
import type { SignInError } from '../application/sign-in.js';

type IdentityError =
  | AddMemberError
  | ChangeCompanyError
  | ChangeJobSiteError
  | ChangeMemberError
  | ChangeRoleError
  | ChoosePasswordError
  | OpenJobSiteError
  | RefreshError
  | SignInError;

export const failures: Failures<IdentityError['code']> = {
  'auth.invalid_credentials': { status: 401, message: 'E-mail or password is wrong' },
  'auth.too_many_attempts': { status: 429, message: 'Too many tries; wait a while and try again' },
  'auth.session_ended': { status: 401, message: 'This sign-in has ended; sign in again' },
  'auth.link_not_valid': { status: 422, message: 'This link was used already or is too old; ask for a new one' },
  'auth.password_too_weak': { status: 422, message: 'This password is among the first anybody would try' },
  'role.not_found': { status: 404, message: 'There is no such role' },
  'role.unknown': { status: 422, message: 'There are no such roles on this side' },
  'role.unknown_permission': { status: 422, message: 'There are no such permissions on this side' },
  'role.beyond_own_rights': { status: 422, message: 'This goes beyond what you may do yourself' },
  'role.last_owner': {
    status: 422,
    message: 'The store would be left without an owner who can manage roles and staff',
  },
  'role.built_in': { status: 422, message: 'The roles a store starts with can be edited, not deleted' },
  'role.in_use': { status: 422, message: 'Somebody still has this role' },
  'role.name_taken': { status: 409, message: 'Another role has this name' },
  'member.not_found': { status: 404, message: 'There is no such person' },
  'member.email_taken': { status: 409, message: 'Somebody already signs in with this e-mail' },
  'company.not_found': { status: 404, message: 'There is no such company' },
  'company.tax_id_taken': { status: 409, message: 'Another company has this tax id' },
  'company.tax_id_not_valid': { status: 422, message: 'This is not a valid tax id' },
  'company.state_unknown': { status: 422, message: 'There is no such state' },
  'company.tier_unknown': { status: 422, message: 'There is no such buyer tier' },
  'company.sales_rep_unknown': { status: 422, message: 'The sales rep must be an active member of staff' },
  'job_site.not_found': { status: 404, message: 'There is no such job site' },
};
