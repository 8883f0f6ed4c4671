import { model, Schema, type InferSchemaType, type Types } from 'mongoose';
import { languages } from '../content/module.ts';
import { countries } from './countries.ts';
import { roles } from '../policy.ts';

const schema = new Schema(
  {
    /** Lower case: one person, one account. */
    email: { type: String, required: true },
    name: { type: String, required: true },
    passwordHash: { type: String, required: true },
    role: { type: String, enum: roles, required: true, default: 'learner' },
    language: { type: String, enum: languages, required: true },
    country: { type: String, enum: countries, default: null },
    institution: { type: String, default: '' },
    /** Made by `rumbo demo`: no real person. */
    demo: { type: Boolean, default: false },
  },
  { timestamps: true, strict: 'throw' },
);
schema.index({ email: 1 }, { unique: true });
// The staff's list: newest first, and by name.
schema.index({ role: 1, name: 1 });
schema.index({ name: 1 });

export type User = InferSchemaType<typeof schema> & { _id: Types.ObjectId };
export const UserModel = model('User', schema, 'users');
