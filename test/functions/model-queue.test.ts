import { POLICIES } from '../../cloudfunctions/core/limits/policies';
import { InterleavedCloud } from '../support/functions/interleaved-cloud';
import { checkStories } from '../support/functions/model-stories';

// Five hundred stories take half a minute, and far more on a machine that does other things as well.
jest.setTimeout(1_200_000);

let cloud: InterleavedCloud;
beforeAll(async () => {
  // A few a day: most batches go on by the timer, if nobody pauses, cancels or undoes them.
  Object.assign(POLICIES.unfollow, { ordinary: 3 });
  cloud = await InterleavedCloud.start();
});
afterAll(() => cloud.stop());

test('batches that wait for the morning again and again end as a model of the account says', () =>
  checkStories(cloud, 2));
