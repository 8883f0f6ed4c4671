/** The thread that reads one document and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument, type DocumentInput } from './reading.ts';

parentPort?.postMessage(await readDocument(workerData as DocumentInput));
