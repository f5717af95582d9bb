/** Every state of the stage has this box, so that nothing moves when one follows the other. */
export const stageClass = 'aspect-video max-h-[calc(100dvh-10rem)] w-full md:rounded-2xl';
