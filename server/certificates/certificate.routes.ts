import { Router, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { getTrack } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { csrfToken } from '../web/csrf.ts';
import { typedIn } from '../web/forms.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, mayVisit, signedIn, visitorOf } from '../web/visitor.ts';
import { certificatePage, type ShownCertificate } from './certificate.view.ts';
import { ensureCertificate, getCertificate, revokeCertificate } from './certificates.ts';
import { readCode } from './code.ts';
import { certificatePdf } from './pdf.ts';

const TrackParams = z.object({ track: Slug });
const CodeParams = z.object({
  code: z
    .string()
    .max(40)
    .transform((typed) => readCode(typed) ?? '')
    .refine((code) => code !== ''),
});
const Query = z.object({ code: z.string().max(80).catch('') });
const RevocationForm = z.object({ reason: z.string().trim().min(5).max(300) });

/** Enough for a school's secretary with a pile of certificates, too little to try codes. */
const lookUps = new RateLimiterMemory({ points: 60, duration: 60 });

/** Certificates of finished tracks, and the public page that verifies them. */
export function certificateRoutes({ baseUrl }: { baseUrl: string }): Router {
  const router = Router();
  const urlOf = (code: string, req: Request) => baseUrl + paths.certificate({ lang: languageOf(req), code });

  at(router, paths.issueCertificate, async (req, res) => {
    const { track } = readParams(TrackParams, req.params);
    const { code } = await ensureCertificate(signedIn(req).id, await getTrack(track));
    res.redirect(303, paths.certificate({ lang: languageOf(req), code }));
  });

  at(router, paths.verification, async (req, res) => {
    const { code: typed } = Query.parse(req.query);
    const language = languageOf(req);
    const t = translator(language);
    const code = readCode(typed);
    if (code) {
      res.redirect(303, paths.certificate({ lang: language, code }));
      return;
    }
    const model = {
      action: paths.verification({ lang: language }),
      typed,
      error: typed === '' ? null : t('certificates.noCode'),
    };
    const status = typed === '' ? 200 : 422;
    sendPage(req, res, 'certificates/verify', model, { title: t('certificates.verify'), status });
    await Promise.resolve();
  });

  const show = async (req: Request, res: Response, code: string, rejected: ShownCertificate['rejected']) => {
    const language = languageOf(req);
    const t = translator(language);
    const certificate = await getCertificate(code);
    const visitor = visitorOf(req);
    const canRevoke = mayVisit(visitor, paths.revokeCertificate.who);
    const model = certificatePage(
      { certificate, url: urlOf(code, req), now: new Date(), canRevoke, rejected },
      language,
      t,
    );
    const page = { title: `${t('certificates.title')}: ${certificate.name}`, status: rejected ? 422 : 200 };
    sendPage(req, res, 'certificates/show', canRevoke ? { ...model, csrf: csrfToken(req) } : model, page);
  };

  at(router, paths.certificate, async (req, res) => {
    await limit(req);
    await show(req, res, readParams(CodeParams, req.params).code, null);
  });

  at(router, paths.certificatePdf, async (req, res) => {
    await limit(req);
    const certificate = await getCertificate(readParams(CodeParams, req.params).code);
    if (certificate.revokedAt) throw new Refusal('not-found', 'certificates.revoked');
    const language = languageOf(req);
    const bytes = await certificatePdf(certificate, language, urlOf(certificate.code, req));
    res.attachment(`rumbo-${certificate.track}-${language}.pdf`).type('application/pdf').send(bytes);
  });

  at(router, paths.revokeCertificate, async (req, res) => {
    const { code } = readParams(CodeParams, req.params);
    const form = RevocationForm.safeParse(req.body);
    if (!form.success) {
      const { reason } = typedIn(req.body, ['reason']);
      const error = translator(languageOf(req))('certificates.reasonMissing');
      await show(req, res, code, { reason, error });
      return;
    }
    await revokeCertificate(code, form.data.reason, signedIn(req).id);
    res.redirect(303, paths.certificate({ lang: languageOf(req), code }));
  });

  return router;
}

/** @throws Refusal too-many */
async function limit(req: Request): Promise<void> {
  try {
    await lookUps.consume(req.ip ?? '');
  } catch {
    throw new Refusal('too-many', 'certificates.tooMany', { seconds: 60 });
  }
}
