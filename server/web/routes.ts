import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { Address, Params } from '../paths.ts';
import { refuseForgery } from './csrf.ts';
import { admitVisitor, isLanguage, visitorOf } from './visitor.ts';

type Handler<P extends string> = (req: Request<Params<P>>, res: Response) => Promise<void> | void;

/** Registers a handler at an address, behind the guards that the address asks for. */
export function at<P extends string>(router: Router, address: Address<P>, handler: Handler<P>): void {
  const guard: RequestHandler = (req, _res, next) => {
    refuseOtherLanguages(req);
    if (address.method === 'post') refuseForgery(req);
    admitVisitor(visitorOf(req), address.who);
    next();
  };
  router[address.method](address.pattern, guard, handler as unknown as RequestHandler);
}

/** @throws Refusal not-found for `/xx/…`, a language that nothing is written in */
export function refuseOtherLanguages(req: Request): void {
  const lang = req.params.lang;
  if (lang !== undefined && !isLanguage(lang)) throw new Refusal('not-found', 'common.notFound');
}

/** Parameters of an address. @throws Refusal not-found: nothing of that name can exist */
export function readParams<T>(schema: z.ZodType<T>, params: unknown): T {
  const read = schema.safeParse(params);
  if (!read.success) throw new Refusal('not-found', 'common.notFound');
  return read.data;
}

/** A form that only our own pages send. @throws Refusal invalid: nothing of ours sends this */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw new Refusal('invalid', 'common.badForm');
  return read.data;
}
