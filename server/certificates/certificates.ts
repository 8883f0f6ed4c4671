import { Types } from 'mongoose';
import { getUser, isDuplicateKey } from '../accounts/index.ts';
import { acceptedAt } from '../assessment/index.ts';
import type { PublishedTrack } from '../catalogue/index.ts';
import { Refusal } from '../errors.ts';
import { findAccess } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { CertificateModel, type Certificate } from './certificate.model.ts';
import { newCode } from './code.ts';

/**
 * The certificate of a finished track: made at the first asking, the same one ever after.
 * @throws Refusal forbidden `certificates.notFinished`; `certificates.assignmentMissing` until the track's final
 *   assignment is accepted
 */
export async function ensureCertificate(user: string, track: PublishedTrack): Promise<Certificate> {
  const existing = await CertificateModel.findOne({ user, track: track.id }).lean();
  if (existing) return existing;
  const access = await findAccess(user, track);
  if (access.state !== 'enrolled' || !access.enrolment.finishedAt) {
    throw new Refusal('forbidden', 'certificates.notFinished');
  }
  const { finishedAt } = access.enrolment;
  const accepted = track.assignment ? await acceptedAt(user, track.id) : finishedAt;
  if (!accepted) {
    throw new Refusal(
      'forbidden',
      'certificates.assignmentMissing',
      {},
      { url: (lang) => paths.assignment({ lang, track: track.id }), label: 'assignment.open' },
    );
  }
  const minutes = track.published.reduce((sum, { content }) => sum + content.minutes, 0);
  try {
    const made = await CertificateModel.create({
      code: newCode(),
      user: new Types.ObjectId(user),
      track: track.id,
      name: (await getUser(user)).name,
      title: track.title,
      hours: Math.max(1, Math.round(minutes / 60)),
      modules: track.published.length,
      finishedAt: accepted > finishedAt ? accepted : finishedAt,
      issuedAt: new Date(),
    });
    return made.toObject();
  } catch (error) {
    // Asked for twice at once: the unique index let one in.
    if (isDuplicateKey(error)) return await ensureCertificate(user, track);
    throw error;
  }
}

/** @throws Refusal not-found */
export async function getCertificate(code: string): Promise<Certificate> {
  const certificate = await CertificateModel.findOne({ code }).lean();
  if (!certificate) throw new Refusal('not-found', 'certificates.unknown');
  return certificate;
}

export async function certificatesOf(user: string): Promise<Certificate[]> {
  return await CertificateModel.find({ user }).sort({ issuedAt: 1 }).lean();
}

/** Takes a certificate back, with the reason that its page then shows. Safe to repeat: the first reason stays. */
export async function revokeCertificate(code: string, reason: string, by: string): Promise<void> {
  await getCertificate(code);
  await CertificateModel.updateOne(
    { code, revokedAt: null },
    { $set: { revokedAt: new Date(), revocation: { reason, by: new Types.ObjectId(by) } } },
  );
}
