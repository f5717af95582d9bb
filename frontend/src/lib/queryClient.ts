import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/errors';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass is asked for again; "not found" stays so.
      retry: (failures, error) => error instanceof ApiError && error.passing && failures < 2,
    },
  },
});
