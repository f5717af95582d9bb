namespace ContentPages.Backends.Local.Videos;

/// <summary>Where a job is, in order.</summary>
internal enum JobStage
{
    Queued,
    Probing,
    Transcoding,

    /// <summary>The renditions are made; what is left is putting them in order.</summary>
    Uploading,
}
