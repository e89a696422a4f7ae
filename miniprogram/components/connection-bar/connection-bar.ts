import { offline } from '../../copy/offline';
import { type Connection, connection, noteConnection, onConnection } from '../../platform/connection';
import { connectionLines } from '../../view/connection-lines';

/** Above a page: that there is no network and how old its content is, what waits to be sent, what could not be saved. */
Component({
  properties: {
    /** When the content is from, if the cloud could not be asked, epoch ms; 0 when it could. */
    keptAt: { type: Number, value: 0 },
  },
  data: { t: offline, lines: [] as string[], unsaved: [] as readonly string[] },
  observers: {
    keptAt() {
      this.paint(connection());
    },
  },
  lifetimes: {
    attached() {
      this.paint(connection());
      const stop = onConnection(state => this.paint(state));
      Object.assign(this, { stopWatching: stop });
    },
    detached() {
      (this as unknown as { stopWatching?: () => void }).stopWatching?.();
    },
  },
  methods: {
    paint(state: Connection) {
      const lines = connectionLines(state, this.data.keptAt, Date.now());
      if (lines.join() !== this.data.lines.join()) this.setData({ lines });
      if (state.unsaved.join() !== this.data.unsaved.join()) this.setData({ unsaved: state.unsaved });
    },
    onRead() {
      noteConnection({ unsaved: [] });
    },
  },
});
