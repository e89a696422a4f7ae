import { item as copy } from '../../copy/items';
import type { Told, Touched } from '../../platform/events';

/** Tags with a way to take each off and to add one. Tells `change` with the new list. */
Component({
  properties: { tags: { type: Array, value: [] as string[] } },
  data: { t: copy, draft: '' },
  methods: {
    onDraft(event: Told<{ value: string }>) {
      this.setData({ draft: event.detail.value });
    },
    onAdd() {
      const draft = this.data.draft.trim();
      const tags: string[] = this.data.tags;
      if (draft === '') return;
      this.setData({ draft: '' });
      if (!tags.includes(draft)) this.triggerEvent('change', { tags: [...tags, draft] });
    },
    onRemove(event: Touched<{ tag: string }>) {
      const { tag } = event.currentTarget.dataset;
      this.triggerEvent('change', { tags: (this.data.tags as string[]).filter(other => other !== tag) });
    },
  },
});
