import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** Headings of `ops reconcile`. */
export const RECONCILE_LABELS = {
  differs: label('Khác nhau giữa PostgreSQL và Temporal', 'Differences between PostgreSQL and Temporal'),
  started: label('Đã khởi động lại', 'Started again'),
  left: label('Còn khác nhau', 'Differences left'),
} as const;
