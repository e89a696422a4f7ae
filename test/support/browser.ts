export { launchBrowser } from '../../local/browser';
