using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>What MediaConvert's error codes mean to an artist. The codes are in AWS's "MediaConvert error codes" page.</summary>
public static class TranscodeErrors
{
    /// <summary>Whether the same job may well succeed a moment later.</summary>
    public static bool MayPass(int code) => code is 1550 or 1999;

    public static VideoFailure Explain(int code) => code switch
    {
        1010 or 1020 or 1021 => new("source_unreadable",
            "We could not read this file as a film. It may be damaged or incomplete: export it again and upload the new file.", false),
        1030 => new("source_unsupported",
            "This file is not a kind of video or audio that we can use. Export it as MP4 (H.264 and AAC) and upload that.", false),
        1075 or 1076 => new("source_not_media",
            "There is no picture and no sound in this file. Check that you chose the right one.", false),
        1040 or 1401 or 1404 or (>= 1432 and <= 1434) or 1515 => new("transcoder_setup",
            "Something is wrong on our side, not with your file. It is kept: try again later.", true),
        1550 or 1999 => new("transcoder_interrupted",
            "Processing was interrupted more than once. Your file is kept: try again.", true),
        _ => new("transcode_failed", "Processing this file failed. It is kept: try again.", true),
    };

    public static readonly VideoFailure Lost = new("transcoder_interrupted",
        "Processing was interrupted more than once. Your file is kept: try again.", true);

    /// <summary>The outputs are not where the attempt was told to write them.</summary>
    public static readonly VideoFailure Misplaced = Explain(1404);

    public static readonly VideoFailure Canceled = new("transcode_canceled",
        "Processing was stopped. Your file is kept: try again.", true);

    public static readonly VideoFailure TookTooLong = new("transcode_timeout",
        "Processing did not end within a day. Your file is kept: try again.", true);

    public static readonly VideoFailure UploadAbandoned = new("upload_abandoned",
        "The upload was not finished within seven days. Upload the file again.", false);

    /// <summary>The same of a recording, which nobody has uploaded and which can be watched as it is.</summary>
    public static VideoFailure OfRecording(VideoFailure failure) => failure with
    {
        Reason = failure.Retryable
            ? "The smaller versions of this recording could not be made. It can be watched as it was recorded: try again later."
            : "No smaller versions can be made of this recording. It can be watched as it was recorded.",
    };

    public static VideoFailure WrongSize(long expected, long actual) => new("upload_wrong_size",
        $"The file that arrived has {actual} bytes, but {expected} were announced. Upload it again.", false);
}
