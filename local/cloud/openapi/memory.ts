import fs from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../durable-file';
import type { SentRecord } from './openapi';
import type { Activity } from './updatable-message';

/** What WeChat remembers; a change is appended to the file as one line. */
interface Change {
  sent?: SentRecord;
  /** Acceptances left, by template and person. */
  quota?: [key: string, left: number];
  /** Share cards with live numbers, by activity id. */
  activity?: [id: string, activity: Activity];
}

const KEPT_RECORDS = 1000;

/** A kill in the middle of a line leaves it unfinished: it is as if it had not been written. */
function readChanges(file: string): Change[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as Change];
    } catch (error) {
      if (index < lines.length - 1) throw error;
      return [];
    }
  });
}

/** Kept in `dir`: each change is on the disk when it returns, and costs no more when there are many. */
export class OpenapiMemory {
  sent: SentRecord[] = [];
  readonly quota = new Map<string, number>();
  readonly activities = new Map<string, Activity>();
  private readonly file: string;

  constructor(dir: string) {
    this.file = path.join(dir, 'openapi.jsonl');
    for (const change of readChanges(this.file)) this.apply(change);
    this.rewrite();
  }

  keep(change: Change): void {
    this.apply(change);
    fs.appendFileSync(this.file, `${JSON.stringify(change)}\n`);
  }

  reset(): void {
    this.sent = [];
    this.quota.clear();
    this.activities.clear();
    this.rewrite();
  }

  private apply({ sent, quota, activity }: Change): void {
    if (sent) this.sent.push(sent);
    if (this.sent.length >= 2 * KEPT_RECORDS) this.sent = this.sent.slice(-KEPT_RECORDS);
    if (quota) this.quota.set(...quota);
    if (activity) this.activities.set(...activity);
  }

  /** Only what still counts. */
  private rewrite(): void {
    this.sent = this.sent.slice(-KEPT_RECORDS);
    const changes: Change[] = [
      ...this.sent.map(sent => ({ sent })),
      ...[...this.quota].map(quota => ({ quota })),
      ...[...this.activities].map(activity => ({ activity })),
    ];
    replaceFile(this.file, changes.map(change => `${JSON.stringify(change)}\n`).join(''));
  }
}
