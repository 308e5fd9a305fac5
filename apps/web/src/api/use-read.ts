import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Answer, type Params, read, type ReadPath } from './client.js';
import { type Problem } from './problem.js';

/** @param options.poll milliseconds between readings of a page that others change too */
export function useRead<P extends ReadPath>(path: P, params: Params<P>, options: { enabled?: boolean; poll?: number | false; staleTime?: number } = {}): UseQueryResult<Answer<P>, Problem> {
  return useQuery<Answer<P>, Problem>({
    queryKey: [path, params],
    queryFn: ({ signal }) => read(path, params, signal),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.poll !== undefined && { refetchInterval: options.poll }),
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
  });
}

/** A list that goes on at its cursor when asked to. */
export function usePages<P extends ReadPath>(path: P, params: Params<P>, options: { enabled?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey: [path, params, 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const { query: filter, ...rest } = params as { query?: object };
      return read(path, { ...rest, query: { ...filter, ...(pageParam && { cursor: pageParam }) } } as unknown as Params<P>, signal);
    },
    getNextPageParam: (last) => (last as { next: string | null }).next,
    ...(options.enabled !== undefined && { enabled: options.enabled }),
  });
  return { ...query, error: query.error as Problem | null, pages: (query.data?.pages ?? []) as Answer<P>[] };
}
