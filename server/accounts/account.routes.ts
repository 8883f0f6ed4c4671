import { Router } from 'express';
import { firstCoordinator } from './first-coordinator.routes.ts';
import { ownAccount } from './own-account.routes.ts';
import { registration } from './registration.routes.ts';
import { signIn } from './sign-in.routes.ts';

export function accountRoutes(): Router {
  const router = Router();
  registration(router);
  signIn(router);
  firstCoordinator(router);
  ownAccount(router);
  return router;
}
