export { certificateRoutes } from './certificate.routes.ts';
export { CertificateModel } from './certificate.model.ts';
export { certificatesOf, ensureCertificate } from './certificates.ts';
