import type { ManyChanges } from '../../../typings/contract/items';
import type { Query, Update } from '../platform/database';
import { TAGS_MAX } from './schema';
import { folderTextOf, tagTextsOf } from './search-text';

/** Items that will have no more tags than one may have. Literals, because a tag may begin with `$`. */
export function roomFor({ addTags = [], removeTags = [] }: ManyChanges): Query[] {
  if (addTags.length === 0) return [];
  const after = {
    $setDifference: [{ $setUnion: ['$tags', { $literal: addTags }] }, { $literal: removeTags }],
  };
  return [{ $expr: { $lte: [{ $size: after }, TAGS_MAX] } }];
}

const bothOf = (tags: string[], as: (all: string[]) => unknown): Query => ({
  tags: as(tags),
  tagTexts: as(tagTextsOf(tags)),
});

function fieldsOf({ folder, starred, protected: isProtected }: ManyChanges): Pick<Update, '$set' | '$unset'> {
  const set = {
    ...(typeof folder === 'string' && { folder, folderText: folderTextOf(folder) }),
    ...(starred !== undefined && { starred }),
    ...(isProtected !== undefined && { protected: isProtected }),
  };
  return {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(folder === null && { $unset: { folder: '', folderText: '' } }),
  };
}

/**
 * The writes of a change, each of which can be repeated: one, or two when tags come and go, because the database does
 * not do both to one field. What goes is last, so that the first write leaves every item in its selection.
 */
export function updatesFor(changes: ManyChanges): Update[] {
  const { addTags = [], removeTags = [] } = changes;
  const adding = addTags.length > 0 && { $addToSet: bothOf(addTags, all => ({ $each: all })) };
  const removing = removeTags.length > 0 && { $pullAll: bothOf(removeTags, all => all) };
  const last = { ...fieldsOf(changes), $inc: { rev: 1 } };
  if (adding && removing)
    return [
      { ...adding, $inc: { rev: 1 } },
      { ...removing, ...last },
    ];
  return [{ ...adding, ...removing, ...last }];
}
