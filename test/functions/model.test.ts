import { InterleavedCloud } from '../support/functions/interleaved-cloud';
import { checkStories } from '../support/functions/model-stories';

// Five hundred stories take half a minute, and far more on a machine that does other things as well.
jest.setTimeout(1_200_000);

let cloud: InterleavedCloud;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
});
afterAll(() => cloud.stop());

test('two devices, lost replies and killed instances leave what a model of the account says', () =>
  checkStories(cloud, 1));
