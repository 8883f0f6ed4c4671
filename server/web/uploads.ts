/** Forms that bring a file. Who sends it is asked before a byte of it is read, and memory holds few at a time. */
import type { Request, Response, Router } from 'express';
import multer from 'multer';
import { Refusal } from '../errors.ts';
import type { Address, Params } from '../paths.ts';
import { refuseForeignPage, refuseForgery } from './csrf.ts';
import { refuseOtherLanguages } from './routes.ts';
import { admitVisitor, visitorOf } from './visitor.ts';

export interface UploadedFile {
  /** As the sender's machine calls it: never a path of ours. */
  name: string;
  bytes: Buffer;
}

export type Upload =
  | { kind: 'file'; file: UploadedFile }
  | { kind: 'none' }
  /** Larger than allowed: it was not read to its end. */
  | { kind: 'too-large'; name: string; most: number };

type UploadHandler<P extends string> = (
  req: Request<Params<P>>,
  res: Response,
  upload: Upload,
) => Promise<void>;

/** Files are held in memory while they are judged. */
const MOST_AT_ONCE = 3;
const MOST_FIELDS = 16;
const MOST_FIELD_BYTES = 4 * 1024;
let inHand = 0;

/**
 * Registers a handler for a form with one file in the field `file`, behind the guards of the address.
 * @param most bytes that the file may have
 */
export function atUpload<P extends string>(
  router: Router,
  address: Address<P>,
  most: number,
  handler: UploadHandler<P>,
): void {
  const receive = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      files: 1,
      fileSize: most,
      fields: MOST_FIELDS,
      fieldSize: MOST_FIELD_BYTES,
      fieldNameSize: 60,
      parts: MOST_FIELDS + 1,
      headerPairs: 20,
    },
  }).single('file');
  router.post(address.pattern, async (req: Request, res: Response) => {
    refuseOtherLanguages(req);
    // The token of a form with a file stands in its body, which is read only for those who may send it.
    if (req.is('multipart/form-data')) refuseForeignPage(req);
    else refuseForgery(req);
    admitVisitor(visitorOf(req), address.who);
    if (inHand >= MOST_AT_ONCE) throw new Refusal('unavailable', 'common.busyWithFiles');
    inHand += 1;
    try {
      const fault = await new Promise<unknown>((resolve) => {
        receive(req, res, resolve);
      });
      const upload = uploadOf(req, fault, most);
      refuseForgery(req);
      await handler(req as unknown as Request<Params<P>>, res, upload);
    } finally {
      inHand -= 1;
    }
  });
}

/** @throws Refusal invalid for a form that none of our pages sends */
function uploadOf(req: Request, fault: unknown, most: number): Upload {
  if (fault instanceof multer.MulterError && fault.code === 'LIMIT_FILE_SIZE')
    return { kind: 'too-large', name: nameOf('filename' in fault ? fault.filename : ''), most };
  if (fault) throw new Refusal('invalid', 'common.badForm');
  const { file } = req;
  return file
    ? { kind: 'file', file: { name: nameOf(file.originalname), bytes: file.buffer } }
    : { kind: 'none' };
}

/** For a sentence: short, and without what turns the direction of writing. */
const nameOf = (name: unknown): string =>
  typeof name === 'string' ? name.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '').slice(-100) : '';
