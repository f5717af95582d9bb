using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>What is true of a video's state whatever has happened to it.</summary>
internal static class VideoInvariants
{
    public static void Check(VideoState state)
    {
        if (state.Status is VideoStatus.None) Assert.Equal(new VideoState(), state);
        var recorded = state.Status is VideoStatus.Processing or VideoStatus.Failed ? state.Recording?.Media.Prefix : null;
        if (state.Media is { } media) Assert.Equal(recorded ?? VideoKeys.AttemptPrefix(state.Id, state.Attempt), media.Prefix);
        if (recorded is not null) Assert.NotNull(state.Media?.Playlist);
        if (state.Status is VideoStatus.Ready) Assert.NotNull(state.Media?.Playlist);
        if (state.Status is VideoStatus.Failed) Assert.NotNull(state.Failure);
        if (state.Status is VideoStatus.Processing) Assert.Null(state.Failure);
        Assert.Equal(state.Status is VideoStatus.Processing, state.Progress is not null);
        Assert.Equal(state.Status is VideoStatus.Uploading or VideoStatus.Processing || state.Pending != PendingWork.None, state.DueAt is not null);
        Assert.Equal(state.Status is VideoStatus.Deleted, state.Pending.HasFlag(PendingWork.RemoveEverything));
        // A deleted one still asks for the job that it may have made.
        if (state.Status is not VideoStatus.Deleted || state.Job is not null)
            Assert.Equal(state is { Status: VideoStatus.Processing, Job: null }, state.Pending.HasFlag(PendingWork.SubmitJob));
        Assert.InRange(state.AutomaticAttempts, 0, VideoSchedule.AutomaticAttempts);
        Assert.InRange(state.Progress?.Percent ?? 0, 0, 100);
        if (state.CatalogListed) Assert.NotNull(state.PublishedAt);
        Assert.Equal(state, JsonSerializer.Deserialize<VideoState>(JsonSerializer.SerializeToUtf8Bytes(state, CatalogStorage.Json), CatalogStorage.Json));
    }

    public static void CheckStep(VideoState before, VideoState after)
    {
        Assert.True(after.Attempt >= before.Attempt, "An attempt's number never goes back.");
        if (before.PublishedAt is not null) Assert.Equal(before.PublishedAt, after.PublishedAt);
        if (after.Attempt == before.Attempt && after.Progress is { } progress) Assert.True((progress.Percent ?? 0) >= (before.Progress?.Percent ?? 0), "Percent never goes back.");
        if (before.Status is VideoStatus.Deleted) Assert.Equal(VideoStatus.Deleted, after.Status);
        if (before.Status is VideoStatus.Ready) Assert.True(after.Status is VideoStatus.Ready or VideoStatus.Deleted, $"Ready became {after.Status}.");
    }
}
