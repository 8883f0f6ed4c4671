export { certificateRoutes } from './certificate.routes.ts';
export { CertificateModel } from './certificate.model.ts';
export { certificatesInLearning } from './in-learning.ts';
export { certificatesOf, ensureCertificate } from './certificates.ts';
