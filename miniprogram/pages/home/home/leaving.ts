import { deletionNotice } from '../../../copy/people';
import { toast } from '../../../platform/toast';
import { withdrawDeletion } from '../../../services/people';
import { refusalText } from '../../../view/refusal';

interface LeavingPage {
  setData(data: { withdrawing?: boolean; eraseAt?: number }): void;
  load(): Promise<void>;
}

/** An account that will be deleted: until when, and the way back. */
export const leaving = {
  async onWithdraw(this: LeavingPage): Promise<void> {
    this.setData({ withdrawing: true });
    const reply = await withdrawDeletion();
    this.setData({ withdrawing: false, ...(reply.ok && { eraseAt: 0 }) });
    toast(reply.ok ? deletionNotice.withdrawn : refusalText(reply.error, reply.now));
    if (!reply.ok) await this.load();
  },
  onErased(this: LeavingPage): void {
    void this.load();
  },
};
