import type { Problem } from './app-bundle';
import { Compiler } from './compiler';

/**
 * Compiles every WXML, WXSS, WXS, JSON and script reachable from app.json and returns what is wrong, errors and
 * warnings alike; empty when all is well. Never throws for a broken mini program.
 */
export async function compileCheck(root: string, npmRoot: string): Promise<Problem[]> {
  const compiler = new Compiler({ root, npmRoot });
  try {
    return (await compiler.build()).problems;
  } finally {
    await compiler.dispose();
  }
}
