using System.Text.Json;
using ContentPages.Backends.Local.Videos;
using ContentPages.Videos;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>How jobs are taken, told about, stopped and found again.</summary>
public sealed class LocalTranscoderTests(Clips clips) : IClassFixture<Clips>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Events_come_in_order_with_growing_time_stamps_and_the_film_is_watchable_before_it_is_complete()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(8, "1280x720"));
        await at.Run(request);

        var details = at.Details;
        Assert.Equal("PROGRESSING", TranscoderHarness.StatusOf(details[0]));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(details[^1]));
        Assert.Single(details, detail => TranscoderHarness.StatusOf(detail) == "INPUT_INFORMATION");
        var stamps = details.Select(detail => detail.GetProperty("timestamp").GetInt64()).ToList();
        Assert.Equal(stamps.Distinct().Order(), stamps);
        Assert.All(details, detail => Assert.Equal(
            ("v1", "1"), (detail.GetProperty("userMetadata").GetProperty("videoId").GetString(), detail.GetProperty("userMetadata").GetProperty("attempt").GetString())));

        var updates = details.Where(detail => TranscoderHarness.StatusOf(detail) == "STATUS_UPDATE").Select(detail => detail.GetProperty("jobProgress")).ToList();
        var percents = updates.Select(update => update.GetProperty("jobPercentComplete").GetInt32()).ToList();
        Assert.Equal(percents.Order(), percents);
        Assert.True(percents.First(percent => percent > 0) < 98);
        Assert.Equal(["PROBING", "TRANSCODING", "UPLOADING"], updates.Select(update => update.GetProperty("currentPhase").GetString()!).Distinct());
        var watchable = details.First(TranscoderHarness.IsWatchable);
        Assert.True(watchable.GetProperty("jobProgress").GetProperty("jobPercentComplete").GetInt32() < 98);
    }

    [Fact]
    public async Task What_is_watchable_plays_while_the_rest_is_made()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(20, "1280x720"));
        await at.Transcoder.Submit(request, None);
        await at.Detail(request, TranscoderHarness.IsWatchable);

        Assert.Contains("720p/index.m3u8", await File.ReadAllTextAsync(at.Output(request, "master.m3u8")), StringComparison.Ordinal);
        foreach (var folder in new[] { "720p", "360p" })
        {
            var playlist = await File.ReadAllTextAsync(at.Output(request, $"{folder}/index.m3u8"));
            Assert.Contains("00001.m4s", playlist, StringComparison.Ordinal);
            Assert.DoesNotContain("#EXT-X-ENDLIST", playlist, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(at.Output(request, "poster.jpg")));
        var now = Assert.IsType<JobProgressed>(await at.Transcoder.Get(request.IdempotencyKey, request, None));
        Assert.Equal((TranscodePhase.Transcoding, true), (now.Phase, now.OutputsStarted));
        await at.Transcoder.Cancel(request.IdempotencyKey, None);
    }

    [Fact]
    public async Task Submitting_twice_makes_one_job_and_a_finished_one_is_told_again()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(1));
        var ids = await Task.WhenAll(at.Transcoder.Submit(request, None), at.Transcoder.Submit(request, None));
        Assert.Equal(["v1-1", "v1-1"], ids);
        var last = await at.Detail(request, detail => TranscoderHarness.StatusOf(detail) == "COMPLETE");
        Assert.Single(at.Details, detail => TranscoderHarness.StatusOf(detail) == "PROGRESSING");

        await at.Restart();
        Assert.Equal("v1-1", await at.Transcoder.Submit(request, None));
        Assert.Equal(last.ToString(), Assert.Single(at.Details).ToString());
    }

    [Fact]
    public async Task After_a_restart_what_had_ended_is_known_and_what_ran_is_lost()
    {
        await using var at = new TranscoderHarness();
        var done = at.Upload(await clips.Film(1), "done");
        await at.Run(done);
        var running = at.Upload(await clips.Film(20, "1280x720"), "running");
        await at.Transcoder.Submit(running, None);
        await at.Detail(running, TranscoderHarness.IsWatchable);

        await at.Restart();

        var report = Assert.IsType<JobCompleted>(await at.Transcoder.Get("done-1", done, None));
        Assert.Equal(new VideoMedia("videos/done/1/", "master.m3u8", "poster.jpg", "storyboard.vtt", 1, 320, 180), report.Media);
        Assert.Null(await at.Transcoder.Get("running-1", running, None));
        // Submitted again, it starts over on a clean folder.
        await File.WriteAllTextAsync(at.Output(running, "180p.tmp"), "left over");
        await at.Transcoder.Submit(running, None);
        await at.Detail(running, detail => TranscoderHarness.StatusOf(detail) == "INPUT_INFORMATION");
        Assert.False(File.Exists(at.Output(running, "180p.tmp")));
    }

    [Fact]
    public async Task After_a_restart_what_only_waited_is_taken_back_and_what_was_cancelled_is_not()
    {
        await using var at = new TranscoderHarness();
        var running = at.Upload(await clips.Film(20, "1280x720"), "running");
        var waiting = at.Upload(await clips.Film(1), "waiting");
        var cancelled = at.Upload(await clips.Film(1), "cancelled");
        foreach (var request in new[] { running, waiting, cancelled }) await at.Transcoder.Submit(request, None);
        await at.Detail(running, TranscoderHarness.IsWatchable);
        await at.Transcoder.Cancel("cancelled-1", None);

        await at.Restart();

        Assert.Null(await at.Transcoder.Get("running-1", running, None));
        Assert.Null(await at.Transcoder.Get("cancelled-1", cancelled, None));
        Assert.False(Directory.Exists(at.Output(cancelled)));
        Assert.IsType<JobProgressed>(await at.Transcoder.Get("waiting-1", waiting, None));
        await at.Detail(waiting, detail => TranscoderHarness.StatusOf(detail) == "COMPLETE");
        Assert.False(File.Exists(at.Output(waiting, "waiting")));
    }

    [Fact]
    public async Task A_cancelled_job_writes_no_more_and_leaves_nothing()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(20, "1280x720"));
        await at.Transcoder.Submit(request, None);
        await at.Detail(request, TranscoderHarness.IsWatchable);

        await at.Transcoder.Cancel(request.IdempotencyKey, None);

        Assert.False(Directory.Exists(at.Output(request)));
        Assert.Equal("CANCELED", TranscoderHarness.StatusOf(at.Details[^1]));
        Assert.Null(await at.Transcoder.Get(request.IdempotencyKey, request, None));
        await at.Transcoder.Cancel(request.IdempotencyKey, None);
        await at.Transcoder.Cancel("never-1", None);
    }

    [Fact]
    public async Task Owners_take_turns_places_are_told_and_a_full_queue_refuses()
    {
        await using var at = new TranscoderHarness(options => options.QueueLength = 3);
        var film = await clips.Film(20, "1280x720");
        var running = at.Upload(film, "running", "a");
        var second = at.Upload(film, "second", "a");
        var third = at.Upload(film, "third", "a");
        var other = at.Upload(film, "other", "b");
        foreach (var request in new[] { running, second, third, other }) await at.Transcoder.Submit(request, None);

        await at.Detail(second, AtPlace(1));
        await at.Detail(third, AtPlace(2));
        await at.Detail(other, AtPlace(2));
        await at.Detail(third, AtPlace(3));
        Assert.Equal(TranscodePhase.Queued, Assert.IsType<JobProgressed>(await at.Transcoder.Get("other-1", other, None)).Phase);
        var refused = at.Upload(film, "refused", "c");
        await Assert.ThrowsAsync<TranscodeQueueFullException>(() => at.Transcoder.Submit(refused, None));
        Assert.Null(await at.Transcoder.Get("refused-1", refused, None));

        await at.Transcoder.Cancel("second-1", None);
        Assert.Equal("CANCELED", TranscoderHarness.StatusOf(at.Details.Last(detail => detail.GetProperty("jobId").GetString() == "second-1")));
        await at.Detail(third, AtPlace(1));

        static Func<JsonElement, bool> AtPlace(int wanted) =>
            detail => detail.TryGetProperty("queuePlace", out var place) && place.GetInt32() == wanted;
    }

    [Fact]
    public async Task An_end_that_cannot_be_stored_is_remembered()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(1));
        Directory.CreateDirectory(at.PathOf("videos"));
        await File.WriteAllTextAsync(at.PathOf("videos/v1"), "a file where a folder must be");

        var last = await at.Run(request);

        Assert.Equal(1040, last.GetProperty("errorCode").GetInt32());
        var report = Assert.IsType<JobFailed>(await at.Transcoder.Get("v1-1", request, None));
        Assert.Equal((1040, "The outputs' folder cannot be written."), (report.ErrorCode, report.Message));
    }

    [Fact]
    public async Task Events_have_the_members_of_the_documented_samples()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(1));
        var last = await at.Run(request);

        var envelope = at.Events[^1];
        Assert.Equal(
            ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"],
            envelope.EnumerateObject().Select(member => member.Name));
        Assert.Equal("MediaConvert Job State Change", envelope.GetProperty("detail-type").GetString());
        Assert.Equal("aws.mediaconvert", envelope.GetProperty("source").GetString());
        Assert.Equal(["timestamp", "accountId", "queue", "jobId", "status", "userMetadata", "outputGroupDetails"], Names(last));
        Assert.Equal(
            JsonSerializer.Serialize(JsonDocument.Parse("""
                [
                  {
                    "outputDetails": [{ "outputFilePaths": ["s3://local/videos/v1/1/180p/index.m3u8"], "durationInMs": 1000, "videoDetails": { "widthInPx": 320, "heightInPx": 180 } }],
                    "playlistFilePaths": ["s3://local/videos/v1/1/master.m3u8"],
                    "type": "HLS_GROUP"
                  },
                  { "outputDetails": [{ "outputFilePaths": ["s3://local/videos/v1/1/poster.jpg"], "durationInMs": 1000 }], "type": "FILE_GROUP" },
                  { "outputDetails": [{ "outputFilePaths": ["s3://local/videos/v1/1/storyboard.vtt", "s3://local/videos/v1/1/storyboard.jpg"], "durationInMs": 1000 }], "type": "FILE_GROUP" }
                ]
                """)),
            JsonSerializer.Serialize(last.GetProperty("outputGroupDetails")));
        var input = at.Details.Single(detail => TranscoderHarness.StatusOf(detail) == "INPUT_INFORMATION").GetProperty("inputDetails")[0];
        Assert.Equal(["id", "uri", "audio", "video"], Names(input));
        Assert.Equal(["bitDepth", "codec", "colorFormat", "fourCC", "frameRate", "height", "interlaceMode", "sar", "standard", "streamId", "width"], Names(input.GetProperty("video")[0]));
        Assert.Equal(["channels", "codec", "language", "sampleRate", "streamId"], Names(input.GetProperty("audio")[0]));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
