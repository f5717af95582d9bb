import { useQuery } from '@tanstack/react-query';
import { loadStoryboard, type Still } from '@/lib/player/storyboard';

const none: Still[] = [];

/** The stills of a storyboard, loaded when an address is given. Without it nothing is missing, so errors stay silent. */
export function useStoryboard(address: string | null): Still[] {
  const query = useQuery({
    queryKey: ['storyboard', address],
    queryFn: ({ signal }) => loadStoryboard(address ?? '', signal),
    enabled: address !== null,
    staleTime: Infinity,
    retry: false,
  });
  return query.data ?? none;
}
