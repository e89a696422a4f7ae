/** Where rows of different heights begin; px from the first one's top. */
export class RowTops {
  private tops: number[] = [0];

  /** Of `items` the first `known` are as they were; `heightOf` in px. */
  measure<T>(items: readonly T[], heightOf: (item: T) => number, known = 0): void {
    this.tops.length = known + 1;
    for (let at = known; at < items.length; at += 1) {
      this.tops.push(this.top(at) + heightOf(items[at] as T));
    }
  }

  /** Of the row at an index; of the count of rows, where the last one ends. */
  top(index: number): number {
    return this.tops[index] ?? 0;
  }

  get total(): number {
    return this.top(this.tops.length - 1);
  }

  /** The place of a distance, in rows: 2.5 is the middle of the third. Beyond the last row, their count. */
  placeAt(distance: number): number {
    let [low, high] = [0, this.tops.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    const height = this.top(low + 1) - this.top(low);
    return height > 0 ? low + Math.max(0, distance - this.top(low)) / height : low;
  }

  /** The distance of a place. */
  distanceOf(place: number): number {
    const row = Math.floor(place);
    const height = Math.max(0, this.top(row + 1) - this.top(row));
    return this.top(Math.min(row, this.tops.length - 1)) + (place - row) * height;
  }
}
