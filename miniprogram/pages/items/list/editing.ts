import type { InputOf } from '../../../../typings/contract/api';
import { kinds } from '../../../copy/common';
import { list as copy, editing as words } from '../../../copy/items';
import type { Told } from '../../../platform/events';
import { toast } from '../../../platform/toast';
import { editItems } from '../../../services/items';
import { grouped } from '../../../view/numbers';
import { actionsPick, folderPick, NO_FOLDER, type PickView, tagOffPick, tagPick } from '../../../view/pick';
import { refusalText } from '../../../view/refusal';
import { chosenCount, MAX_BATCH, toSelection } from '../../../view/selection';
import type { ListPage } from './list-page';

type Changes = InputOf<'items.editMany'>['changes'];
/** What the sheet asks for now. */
type Step = 'tools' | 'actions' | 'add-tag' | 'remove-tag' | 'folder';

type Tool = 'select' | 'filter' | 'sort';

interface EditingPage extends ListPage {
  step: Step;
  matching(): number | undefined;
  showPick(step: Step, pick: PickView): void;
  useTool(id: Tool): void;
  onSelect(): void;
  onSort(): void;
  pickAction(id: string): void;
  editChosen(changes: Changes): Promise<void>;
}

/** Actions that need nothing more to be known. */
const instant: Record<string, Changes> = {
  star: { starred: true },
  unstar: { starred: false },
  protect: { protected: true },
  unprotect: { protected: false },
};

/** Changes by the name that was picked. */
const namedChanges: Record<Exclude<Step, 'tools' | 'actions'>, (name: string) => Changes> = {
  'add-tag': name => ({ addTags: [name] }),
  'remove-tag': name => ({ removeTags: [name] }),
  folder: name => ({ folder: name === NO_FOLDER ? null : name }),
};

/** 更多: what can be done with a whole selection beside removing it. */
export const editing = {
  step: 'actions' as Step,

  onMore(this: EditingPage): void {
    const count = chosenCount(this.choice, this.matching());
    if (count === 0) return;
    if (count !== undefined && count > MAX_BATCH) {
      toast(copy.tooMany);
      return;
    }
    const title = words.title(count === undefined ? '' : grouped(count));
    this.showPick('actions', actionsPick(title, words.actions(kinds[this.kind].folder)));
  },
  /** In large letters: what stands beside each other above the list, one below the other. */
  onTools(this: EditingPage): void {
    const { select, filter, sort } = copy.toolNames;
    const tools = {
      ...(!this.data.selecting && this.data.state === 'ready' && { select }),
      filter,
      ...(!this.data.duplicates && { sort: sort(this.data.sortName) }),
    };
    this.showPick('tools', actionsPick(copy.tools, tools));
  },
  useTool(this: EditingPage, id: Tool): void {
    this.setData({ pickOpen: false, filterOpen: id === 'filter' });
    if (id === 'select') this.onSelect();
    if (id === 'sort') this.onSort();
  },
  showPick(this: EditingPage, step: Step, pick: PickView): void {
    this.step = step;
    this.setData({ pick, pickOpen: true });
  },
  onPickDismiss(this: EditingPage): void {
    this.setData({ pickOpen: false });
  },
  onPick(this: EditingPage, event: Told<{ id: string }>): void {
    const { id } = event.detail;
    if (this.step === 'tools') this.useTool(id as Tool);
    else if (this.step === 'actions') this.pickAction(id);
    else void this.editChosen(namedChanges[this.step](id));
  },
  pickAction(this: EditingPage, id: string): void {
    const tags = (this.counts.facets?.tags ?? []).map(({ tag }) => tag);
    const folders = (this.counts.facets?.folders ?? []).map(({ folder }) => folder);
    const changes = instant[id];
    if (changes !== undefined) void this.editChosen(changes);
    else if (id === 'add-tag') this.showPick(id, tagPick(tags));
    else if (id === 'remove-tag') this.showPick(id, tagOffPick(tags));
    else this.showPick('folder', folderPick(folders, kinds[this.kind].folder));
  },

  /** The ticks go afterwards: what matched a condition may match it no longer. */
  async editChosen(this: EditingPage, changes: Changes): Promise<void> {
    if (this.data.editing) return;
    this.setData({ editing: true });
    const reply = await editItems(this.kind, toSelection(this.choice, this.filter), changes);
    this.setData({ editing: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return;
    }
    const { changed, left } = reply.data;
    toast(left > 0 ? copy.editedSome(grouped(changed), grouped(left)) : copy.edited(grouped(changed)));
    this.onExit();
    await this.load();
  },
};
