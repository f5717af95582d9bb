/** The film, and beside it on wide pages its chat and what is related. */
export const videoGridClass =
  'grid gap-x-6 gap-y-10 min-[72rem]:grid-cols-[minmax(0,1fr)_20rem] min-[90rem]:gap-x-8 min-[90rem]:grid-cols-[minmax(0,1fr)_22rem] ' +
  '3xl:grid-cols-[minmax(0,1fr)_26rem]';
