namespace ContentPages.Videos;

/// <summary>The phases of a transcode job, as MediaConvert names them, preceded by the wait in the queue.</summary>
[GenerateSerializer, Alias("contentpages.TranscodePhase")]
public enum TranscodePhase
{
    Queued = 0,
    Probing = 1,
    Transcoding = 2,
    Uploading = 3,
}
