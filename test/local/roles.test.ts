import { tappedWithoutRole } from '../../local/check-roles';

it('finds what can be tapped and does not say what it is', () => {
  expect(tappedWithoutRole('<view class="a" bind:tap="onA">字</view>')).toHaveLength(1);
  expect(tappedWithoutRole('<image src="{{a > b}}" catchtap="onA" />')).toHaveLength(1);
});

it('takes a role, a button and a component for an answer', () => {
  expect(tappedWithoutRole('<view aria-role="button" bind:tap="onA">字</view>')).toEqual([]);
  expect(tappedWithoutRole('<button bind:tap="onA">字</button><item-row bind:tap="onB" />')).toEqual([]);
  expect(tappedWithoutRole('<view class="a" aria-hidden="true" bind:tap="onA" /><view class="b" />')).toEqual(
    [],
  );
});
