import type { CertificatesInLearning } from '../learning/index.ts';
import { certificatesOf } from './certificates.ts';
import { showCode } from './code.ts';

/** A person's certificates, as “my learning” shows them. */
export const certificatesInLearning: CertificatesInLearning = async (user) => {
  const issued = await certificatesOf(user);
  return issued.map(({ code, track, title, finishedAt, revokedAt }) => ({
    code,
    shownCode: showCode(code),
    track,
    title,
    finishedAt,
    isRevoked: revokedAt !== null,
  }));
};
