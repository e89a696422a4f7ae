Component({
  properties: {
    dataset: Object,
    count: { type: Number, observer: 'noSuchMethod' },
  },
});
