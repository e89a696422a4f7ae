import { speech } from '../../copy/speech';
import { canSpeak, speak, stopSpeaking } from '../../platform/speech';
import { speechParts } from '../../view/speech-parts';

/** Reads `text` aloud, where WeChat can; draws nothing where it cannot, or when there is nothing to say. */
Component({
  properties: {
    text: { type: String, value: '' },
  },
  data: { t: speech, can: canSpeak(), speaking: false, failed: false },
  observers: {
    /** What is said must be what is shown. */
    text() {
      this.stop();
    },
  },
  lifetimes: {
    detached() {
      this.stop();
    },
  },
  pageLifetimes: {
    hide() {
      this.stop();
    },
  },
  methods: {
    stop() {
      if (this.data.speaking) stopSpeaking();
    },
    onTap() {
      if (this.data.speaking) return this.stop();
      this.setData({ speaking: true, failed: false });
      speak(speechParts(this.data.text), ending =>
        this.setData({ speaking: false, failed: ending === 'failed' }),
      );
    },
  },
});
