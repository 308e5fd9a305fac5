/** Appends and drops the oldest beyond `limit`: lists that travel through continue-as-new must not grow with the years. */
export function remember<T>(list: T[], item: T, limit: number): void {
  list.push(item);
  if (list.length > limit) list.splice(0, list.length - limit);
}
