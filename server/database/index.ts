export { connectDatabase, databaseFolder, ensureIndexes, type Database } from './connection.ts';
