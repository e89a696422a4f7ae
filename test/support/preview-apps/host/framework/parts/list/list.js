Component({
  relations: { '../row/row': { type: 'child' } },
  methods: {
    count() {
      return this.getRelationNodes('../row/row').length;
    },
  },
});
