import type { Visibility } from '@/types';

export const visibilityNames: Record<Visibility, string> = { private: 'Private', unlisted: 'Unlisted', public: 'Public' };

export const visibilityHints: Record<Visibility, string> = {
  private: 'Only you can watch it.',
  unlisted: 'Everyone with the link can watch it.',
  public: 'Everyone can find and watch it.',
};
