import { privacy as copy, purposeOf } from '../../copy/privacy';
import {
  type Asker,
  agreeToPrivacy,
  beginAsking,
  openContract,
  refusePrivacy,
  stopAsking,
} from '../../platform/privacy';

/** The id of the button that says yes: WeChat looks whether that one was tapped. */
const AGREE = 'privacy-agree';

/**
 * Asks for consent to the privacy guide when an API of this page needs it. One on every page that calls such an API;
 * nothing to be given, nothing to be heard.
 */
Component({
  data: { t: copy, visible: false, title: '', purpose: purposeOf('') },
  lifetimes: {
    attached() {
      const asker: Asker = api => this.ask(api);
      Object.assign(this, { asker, reading: false });
      beginAsking(asker);
    },
    detached() {
      stopAsking(this.own().asker);
    },
  },
  pageLifetimes: {
    show() {
      beginAsking(this.own().asker);
    },
    /** The guide itself is a page of WeChat: who reads it has not answered yet. */
    hide() {
      if (this.own().reading) return;
      stopAsking(this.own().asker);
      this.setData({ visible: false });
    },
  },
  methods: {
    own() {
      return this as unknown as { asker: Asker; reading: boolean };
    },
    ask(api: string) {
      const purpose = purposeOf(api);
      this.setData({ visible: true, purpose, title: copy.title(purpose.title) });
    },
    async onContract() {
      this.own().reading = true;
      await openContract();
      this.own().reading = false;
    },
    onAgree() {
      this.setData({ visible: false });
      agreeToPrivacy(AGREE);
    },
    onRefuse() {
      this.setData({ visible: false });
      refusePrivacy();
    },
  },
});
