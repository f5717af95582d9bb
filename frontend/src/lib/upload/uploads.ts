import { getUpload, signParts } from '@/lib/api/uploads';
import { confirmUpload, deleteVideo, getPresignedUpload, getVideo, updateVideo } from '@/lib/api/videos';
import { browserLocks } from './locks';
import { xhrSender } from './sender';
import { Slots } from './slots';
import { browserTimers } from './timers';
import { parallelParts } from './transfer';
import { openUploadDb } from './uploadDb';
import { UploadQueue } from './uploadQueue';

/** The uploads of this page. */
export const uploads = new UploadQueue(
  {
    api: {
      createTicket: getPresignedUpload, getUpload, signParts, confirm: confirmUpload,
      getVideo, updateDetails: updateVideo, deleteVideo,
    },
    send: xhrSender,
    slots: new Slots(parallelParts),
    timers: browserTimers,
    records: openUploadDb(),
  },
  browserLocks,
);

window.addEventListener('beforeunload', (event) => {
  if (uploads.isBusy) event.preventDefault();
});
