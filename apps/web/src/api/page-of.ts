/**
 * Page for an address the API gives: they have the same shape.
 * @param href `/api/v1/meetings/…` or `/meetings/…`
 */
export function pageOf(href: string): string {
  return href.replace(/^\/api\/v1/, '');
}
