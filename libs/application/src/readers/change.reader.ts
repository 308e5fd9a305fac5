/** How many open tasks or notifications somebody has and the sum of their versions: differs whenever one of them changed. */
export interface ChangeMark {
  readonly topic: 'tasks' | 'notifications';
  /** MEMBER: personal; ORGANISATION: tasks for holders of posts there. */
  readonly scope: 'MEMBER' | 'ORGANISATION';
  readonly id: string;
  readonly mark: string;
}

export abstract class ChangeReader {
  /** One query for everybody who watches; scopes without tasks or notifications are absent. */
  abstract marks(memberIds: readonly string[], organisationIds: readonly string[]): Promise<ChangeMark[]>;
}
