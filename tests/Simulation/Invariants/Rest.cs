using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Videos;
using ContentPages.Simulation.World;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Simulation.Invariants;

/// <summary>In the end nothing is under way, and nothing is left of what is gone.</summary>
internal static class Rest
{
    /// <summary>What is still to come by itself; null for nothing.</summary>
    public static string? Open(SimulatedWorld world) =>
        world.Events.OnTheirWay > 0 ? $"{world.Events.OnTheirWay} events"
        : world.Transcoder.All.FirstOrDefault(j => j.IsRunning) is { } job ? $"job {job.Id}"
        : world.Catalog.All.FirstOrDefault(i => i.Entries.Any(e => e.Index is CatalogIndex.OpenWork)) is { } item ? $"{item.Key} {item.Status}"
        : null;

    public static void Check(SimulatedWorld world)
    {
        var videos = States<VideoState>(world, "VIDEO#");
        var streams = States<LiveStreamState>(world, "STREAM#");
        foreach (var video in videos.Values) Check(world, video);
        foreach (var stream in streams.Values)
        {
            if (stream.Status is not (StreamStatus.Offline or StreamStatus.Ended) || stream.Pending != StreamWork.None || stream.Sessions.Any(s => !s.IsSettled))
                world.Violate($"Stream {stream.Id} is {stream.Status} in the end, with {stream.Pending}.");
            if (stream.Viewers != 0) world.Violate($"{stream.Viewers} still watch {stream.Id}.");
            foreach (var session in stream.Sessions.Where(s => s.Recording is RecordingStatus.Ready && !videos.ContainsKey(s.VideoId)))
                world.Violate($"Session {session.Number} of {stream.Id} has no video.");
        }

        foreach (var channel in world.Channels.All)
        {
            if (!streams.ContainsKey(channel.StreamId)) world.Violate($"A channel is left of {channel.StreamId}.");
            if (channel.Armed is { } armed) world.Violate($"Session {armed.Number} of {channel.StreamId} is armed for ever.");
        }

        foreach (var key in world.Objects.Keys) CheckObject(world, key, videos);
    }

    private static void Check(SimulatedWorld world, VideoState video)
    {
        if (video.Status is not (VideoStatus.Ready or VideoStatus.Failed) || video.Pending != PendingWork.None)
            world.Violate($"Video {video.Id} is {video.Status} in the end, with {video.Pending}.");
        if (video.Status is VideoStatus.Ready && world.Objects.Find($"{video.Media?.Prefix}{video.Media?.Playlist}") is null) world.Violate($"Video {video.Id} is ready, and is not there.");
        if (video.Upload.UploadId is { } upload && world.Objects.Parts(upload).Count > 0) world.Violate($"Parts of {video.Id} are left.");
    }

    private static void CheckObject(SimulatedWorld world, string key, Dictionary<string, VideoState> videos)
    {
        if (VideoKeys.TryParseOutput(key, out var output))
        {
            if (!videos.TryGetValue(output, out var video)) world.Violate($"{key} is left of a video that is gone.");
            else if (key != $"{VideoKeys.RecordingPrefix(output)}rec.m3u8" && (video.Status is VideoStatus.Failed || !key.StartsWith(VideoKeys.AttemptPrefix(output, video.Attempt), StringComparison.Ordinal)))
                world.Violate($"{key} is left of an attempt of a video that is {video.Status} in attempt {video.Attempt}.");
        }
        else if (VideoKeys.TryParseSource(key, out var source))
        {
            if (!videos.TryGetValue(source, out var video)) world.Violate($"{key} is left of a video that is gone.");
            else if (video.Failure is { Retryable: false }) world.Violate($"{key} is left, and nobody can use it.");
        }
    }

    private static Dictionary<string, T> States<T>(SimulatedWorld world, string prefix) => world.Catalog.All
        .Where(i => i.Key.Partition.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(i => i.Key.Partition[prefix.Length..], i => JsonSerializer.Deserialize<T>(i.Body.Span, CatalogStorage.Json)!);
}
