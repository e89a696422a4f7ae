import * as v from 'valibot';
import type { ImportSource } from '../../../typings/contract/imports';
import { exactObject } from '../gateway/input';
import { TEXT_MAX } from './rules';

export const importId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));

export const importSource = v.union([
  exactObject({ text: v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX)) }),
  exactObject({ fileId: v.pipe(v.string(), v.maxLength(500), v.regex(/^cloud:\/\/[^\s]+$/)) }),
]) satisfies v.GenericSchema<unknown, ImportSource>;

export const rowVerdict = v.picklist(['new', 'duplicate', 'trashed', 'bad']);
