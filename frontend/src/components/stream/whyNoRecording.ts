import type { StreamRecording } from '@/types';

export function whyNoRecording(recording: StreamRecording | null): string {
  switch (recording?.status) {
    case 'recording':
    case 'finishing':
      return 'The recording is being completed. It can be watched here in a moment.';
    case 'ready':
      return 'The recording is not for everyone to see.';
    case 'failed':
      return 'The recording could not be made.';
    default:
      return 'It was not recorded.';
  }
}
