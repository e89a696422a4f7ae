import { appearance } from '../../../components/appearance/appearance';
import { inventoryPage as copy, inventory } from '../../copy/inventory';

Page({
  behaviors: [appearance],
  data: { t: copy, rows: inventory.map(({ what, why, kept, seen }) => ({ what, why, kept, seen })) },
});
