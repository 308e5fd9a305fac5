import { type BodyRef, type ChildPage } from '@binhxet/contracts';
import { bulk } from './activities.js';
import { startBody } from './children.js';

/** Starts the workflow of every lower body, page by page, so that no workflow task grows with the tree. */
export async function startLowerBodies(body: BodyRef): Promise<void> {
  let after: string | null = null;
  do {
    const page: ChildPage = await bulk('lower bodies').childBodies(body, after);
    await Promise.all(page.children.map((child) => startBody(child)));
    after = page.next;
  } while (after !== null);
}
