namespace ContentPages.Videos;

/// <summary><c>Uploading -> Processing -> Ready | Failed</c>, <c>Failed -> Processing</c> (retry), any <c>-> Deleted</c>.</summary>
[GenerateSerializer, Alias("contentpages.VideoStatus")]
public enum VideoStatus
{
    /// <summary>No video with this id was ever created.</summary>
    None = 0,
    /// <summary>The ticket is out; bytes may still be arriving.</summary>
    Uploading = 1,
    /// <summary>The file is here and a transcode job is queued, running or about to be submitted.</summary>
    Processing = 2,
    /// <summary>Every rendition is there.</summary>
    Ready = 3,
    /// <summary>The last attempt failed; <see cref="VideoFailure"/> says why and whether a retry may help.</summary>
    Failed = 4,
    /// <summary>Deleted by its owner; objects are being removed or are gone.</summary>
    Deleted = 5,
}
