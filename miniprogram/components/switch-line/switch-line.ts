/** A setting that is on or off. The whole row is the switch. Tells `change {value}`; the host decides what becomes of it. */
Component({
  properties: {
    name: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
