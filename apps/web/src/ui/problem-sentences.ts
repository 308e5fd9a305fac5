/** Several hundred sentences: a chunk of their own, fetched once the first page is up. */
export { ERROR_TEXTS } from '@binhxet/messages';
