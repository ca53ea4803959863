import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import type { MemberSummary } from '../infrastructure/reads/member-list.js';

/** A person to be invited; roles are named by code or id. */
export class Invitee {
  @Text(1, 120)
  name!: string;

  @Text(3, 254)
  @IsEmail()
  email!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  roles!: string[];

  /** The language of their mails, if not the store's. */
  @IsOptional()
  @IsIn(['en', 'pt-BR'])
  locale?: string | null;
}

/** A new person; without a password they are mailed an invitation to choose one. */
export class NewPerson extends Invitee {
  @WhenGiven()
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password?: string;
}

/** What to change about a person; `active` invites anew whoever never chose a password. */
export class PersonPatch {
  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Text(3, 254)
  @IsEmail()
  email?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  roles?: string[];

  @WhenGiven()
  @IsIn(['active', 'disabled'])
  status?: 'active' | 'disabled';

  @IsOptional()
  @IsIn(['en', 'pt-BR'])
  locale?: string | null;
}

/** A person who can sign in. */
export class PersonView {
  id!: string;
  name!: string;
  email!: string;
  status!: 'invited' | 'active' | 'disabled';
  /** Codes of roles, and in the same order their ids. */
  roles!: string[];
  roleIds!: string[];
  locale!: string | null;
  createdAt!: string;
  lastSignInAt!: string | null;
}

export const toPersonView = ({ createdAt, lastSignInAt, ...member }: MemberSummary): PersonView => ({
  ...member,
  createdAt: createdAt.toISOString(),
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
});
