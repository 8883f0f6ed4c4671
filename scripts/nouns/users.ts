import { parseArgs } from 'node:util';
import { createUser, NewAccountForm } from '../../server/accounts/index.ts';
import { readConfig } from '../../server/config.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { roles, type Role } from '../../server/policy.ts';
import { isMessageKey, translate } from '../../server/rendering/index.ts';
import { UsageError, type Io, type Noun } from '../noun.ts';

async function create(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'learner' },
      country: { type: 'string', default: 'GT' },
      institution: { type: 'string', default: 'Rumbo' },
      language: { type: 'string', default: 'es' },
      'password-stdin': { type: 'boolean', default: false },
    },
  });
  if (!values['password-stdin'])
    throw new UsageError('Give the password on standard input, with --password-stdin.');
  const role = roles.find((known): known is Role => known === values.role);
  if (!role) throw new UsageError(`--role is one of ${roles.join(', ')}.`);
  const password = (await io.stdin()).replace(/\r?\n$/, '');
  const read = NewAccountForm.safeParse({ ...values, password });
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      io.err(`--${String(path[0])}: ${isMessageKey(message) ? translate('en', message) : message}`);
    }
    return 1;
  }
  const database = await connectDatabase(readConfig(io.env));
  try {
    const user = await createUser({ ...read.data, role });
    if (user === 'email-taken') {
      io.err('There is an account with this e-mail already.');
      return 1;
    }
    io.out(`${user.email} is now a ${user.role}.`);
    return 0;
  } finally {
    await database.close();
  }
}

export const users: Noun = {
  name: 'users',
  summary: 'Accounts.',
  verbs: {
    create: {
      summary: 'Makes an account; the password comes from standard input.',
      usage: 'users create --email E-MAIL --name NAME --role learner|trainer|coordinator --password-stdin',
      run: create,
    },
  },
};
