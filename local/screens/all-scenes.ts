import { chainScenes } from './chain-scenes';
import { itemScenes } from './item-scenes';
import { meScenes } from './me-scenes';
import type { Scene } from './scene';

/** Every page of app.json in every important state; a test fails when a page is missing. */
export const allScenes: Scene[] = [...itemScenes, ...chainScenes, ...meScenes];
