import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { MobileBar } from '@/components/layout/MobileBar';
import { Sidebar } from '@/components/layout/Sidebar';
import { useMe } from '@/hooks/useAccount';
import { useLiveStreams } from '@/hooks/useLiveStreams';
import { useLiveVideos } from '@/hooks/useLiveVideos';
import { uploads } from '@/lib/upload/uploads';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

function Root() {
  useLiveVideos();
  useLiveStreams();
  useUploadsOfAccount();
  return (
    <div className="min-h-dvh md:flex">
      <a href="#main" className="sr-only z-50 rounded-lg bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:absolute focus:top-3 focus:left-3">
        Skip to the content
      </a>
      <MobileBar />
      <Sidebar />
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        <Outlet />
      </main>
    </div>
  );
}

/** What the account had left of its uploads goes on wherever the page is opened. */
function useUploadsOfAccount(): void {
  const { data: me } = useMe();
  useEffect(() => {
    if (me) void uploads.restore(me.id);
    else if (me === null) uploads.leave();
  }, [me]);
}
