using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Channels;

public sealed class ChannelStoreTests : IDisposable
{
    private const string Id = "0197c1f0-0000-7000-8000-0123456789ab";
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken s_never = CancellationToken.None;

    private readonly TempDirectory _folder = new();
    private readonly ChannelStore _store;

    public ChannelStoreTests() => _store = new ChannelStore(_folder["channels"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_read_again()
    {
        var session = new ChannelSession(Id, 3, "videos/v/0/", true, StreamLatency.Normal);
        var report = new RecordingReport(s_now, $"{Id}-2", ["st-1"], RecordingStatus.Finishing, new RecordedMedia("videos/u/0/", "master.m3u8", "poster.jpg", 12.5, 1280, 720, [4]));
        var record = ChannelRecord.New(new ChannelRequest(Id, "owner", StreamLatency.Low)) with
        {
            Session = new ArmedSession(session, Ending: true, s_now, ["st-1", "st-2"]),
            Recordings = [new SessionRecording(2, report)],
        };

        await _store.Write(record);

        var read = await new ChannelStore(_folder["channels"]).Read(Id, s_never);
        Assert.Equal((record.Secret, record.OwnerId, record.Latency), (read!.Secret, read.OwnerId, read.Latency));
        Assert.Equal((session, true, (DateTimeOffset?)s_now), (read.Session!.Session, read.Session.Ending, read.Session.RecordingSince));
        Assert.Equal(["st-1", "st-2"], read.Session.Connections);
        Assert.Equivalent(report, read.RecordingOf(2), strict: true);
        Assert.Equal([Id], _store.StreamIds());
    }

    [Fact]
    public async Task Keys_are_for_their_owner_alone()
    {
        await _store.Write(ChannelRecord.New(new ChannelRequest(Id, "owner", StreamLatency.Low)));

        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder[$"channels/{Id}.json"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["channels"]));
    }

    [Theory]
    [InlineData("../channels")]
    [InlineData("")]
    [InlineData("0197c1f0-0000-7000-8000-0123456789ff")]
    public async Task What_is_not_there_is_null(string streamId) => Assert.Null(await _store.Read(streamId, s_never));

    [Fact]
    public async Task Only_the_last_hundred_recordings_are_kept()
    {
        var record = ChannelRecord.New(new ChannelRequest(Id, "owner", StreamLatency.Low));
        for (var number = 1; number <= 105; number++) record = record.Ended(number, new RecordingReport(s_now, $"{Id}-{number}", [], RecordingStatus.Failed));

        await _store.Write(record);

        var read = await _store.Read(Id, s_never);
        Assert.Equal(100, read!.Recordings.Count);
        Assert.Null(read.RecordingOf(5));
        Assert.Equal($"{Id}-105", read.RecordingOf(105)!.RecordingId);
    }

    [Fact]
    public async Task Deleting_twice_is_fine()
    {
        await _store.Write(ChannelRecord.New(new ChannelRequest(Id, "owner", StreamLatency.Low)));

        _store.Delete(Id);
        _store.Delete(Id);

        Assert.Null(await _store.Read(Id, s_never));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["channels"]));
    }
}
