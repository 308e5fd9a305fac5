import { type Schemas } from '@binhxet/api-client';
import { pageOf } from '../../api/page-of.js';
import { taskTitles } from '../../words/nouns.words.js';
import { fill, type Language, useLanguage } from '../../words/words.js';

type Task = Schemas['Task'];

/** Pages of the cycle for tasks that come before its review. */
const EARLY_PAGES: Readonly<Record<string, string>> = { REGISTER_LEVEL: 'registration', CONCLUDE_MID_YEAR: 'mid-year' };

/** Screen that does the task. */
export function pageOfTask(task: Pick<Task, 'kind' | 'href' | 'refId'>): string {
  const page = pageOf(task.href);
  if (task.kind === 'COUNT_COMMENDATION') return task.refId ? `${page}/commendations/votes/${task.refId}` : page;
  const early = EARLY_PAGES[task.kind];
  if (early) return page.replace(/^(\/cycles\/[^/]+).*$/, `$1/${early}`);
  return task.kind === 'ISSUE_DECISION' && page.includes('/units/') ? `${page}/decision` : task.kind === 'NOMINATE' && /^\/cycles\/[^/]+$/.test(page) ? `${page}/commendations` : page;
}

function titleOf(task: Pick<Task, 'kind' | 'ratingYear' | 'subject' | 'organisation'>, language: Language): string {
  const pair = (taskTitles as Readonly<Record<string, readonly [string, string]>>)[task.kind];
  return pair ? fill(pair[language === 'vi' ? 0 : 1], { year: String(task.ratingYear ?? ''), subject: task.subject?.name ?? task.organisation.name }) : task.kind;
}

export function useTaskTitle(): (task: Pick<Task, 'kind' | 'ratingYear' | 'subject' | 'organisation'>) => string {
  const language = useLanguage();
  return (task) => titleOf(task, language);
}
