export { accountRoutes } from './account.routes.ts';
export { authenticate, changeRole, createUser, getUser, isDuplicateKey, type NewUser } from './accounts.ts';
export { countries, type Country } from './countries.ts';
export { offerFirstCoordinator } from './first-coordinator.ts';
export { NewAccountForm } from './forms.ts';
export { namesOf, peopleOf } from './people-of.ts';
export { SESSIONS } from './sessions.ts';
export { UserModel, type User } from './user.model.ts';
