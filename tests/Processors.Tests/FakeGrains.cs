using ContentPages.Streams;
using ContentPages.Videos;
using NSubstitute;

namespace ContentPages.Processors.Tests;

/// <summary>Grains that note what they are told.</summary>
internal sealed class FakeGrains
{
    public FakeGrains()
    {
        Factory.GetGrain<IVideoGrain>(Arg.Any<string>(), Arg.Any<string?>()).Returns(call => Video(call.ArgAt<string>(0)));
        Factory.GetGrain<ILiveStreamGrain>(Arg.Any<string>(), Arg.Any<string?>()).Returns(call => Stream(call.ArgAt<string>(0)));
    }

    public IGrainFactory Factory { get; } = Substitute.For<IGrainFactory>();

    public List<(string VideoId, JobReport Report)> Reports { get; } = [];

    public List<(string VideoId, long Size)> Sources { get; } = [];

    public List<(string StreamId, ChannelReport Report)> Channels { get; } = [];

    public List<(string StreamId, string Key)> Covers { get; } = [];

    public List<string> Reconciled { get; } = [];

    /// <summary>What every call fails with, or null.</summary>
    public Exception? Fault { get; set; }

    private IVideoGrain Video(string id)
    {
        var grain = Substitute.For<IVideoGrain>();
        grain.ReportJob(Arg.Any<JobReport>()).Returns(call => Note(() => Reports.Add((id, call.Arg<JobReport>()))));
        grain.SourceArrived(Arg.Any<long>()).Returns(async call =>
        {
            await Note(() => Sources.Add((id, call.Arg<long>())));
            return new Result<VideoSnapshot>(null, null);
        });
        return grain;
    }

    private ILiveStreamGrain Stream(string id)
    {
        var grain = Substitute.For<ILiveStreamGrain>();
        grain.Report(Arg.Any<ChannelReport>()).Returns(call => Note(() => Channels.Add((id, call.Arg<ChannelReport>()))));
        grain.CoverArrived(Arg.Any<string>()).Returns(call => Note(() => Covers.Add((id, call.Arg<string>()))));
        grain.Reconcile().Returns(_ => Note(() => Reconciled.Add(id)));
        return grain;
    }

    private Task Note(Action note)
    {
        if (Fault is { } fault) return Task.FromException(fault);
        note();
        return Task.CompletedTask;
    }
}
