/** Pictures, chat, and what is said about them: one below the other on narrow pages, otherwise with the chat beside them. */
export const watchGridClass =
  'grid gap-x-6 min-[72rem]:grid-cols-[minmax(0,1fr)_20rem] min-[72rem]:grid-rows-[auto_1fr] ' +
  'min-[90rem]:gap-x-8 min-[90rem]:grid-cols-[minmax(0,1fr)_22rem] 3xl:grid-cols-[minmax(0,1fr)_26rem]';

export const chatPlaceClass = 'min-w-0 md:pt-4 min-[72rem]:col-start-2 min-[72rem]:row-span-2 min-[72rem]:row-start-1 min-[72rem]:pt-0';

/** Beside the pictures the chat is as high as the page; below them it has a height of its own. */
export const chatSizeClass =
  'h-[30rem] max-h-[85dvh] border-y md:rounded-2xl md:border min-[72rem]:sticky min-[72rem]:top-8 min-[72rem]:h-[calc(100dvh-4rem)] min-[72rem]:max-h-[64rem]';
