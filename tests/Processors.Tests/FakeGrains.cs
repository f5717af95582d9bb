using ContentPages.Videos;
using NSubstitute;

namespace ContentPages.Processors.Tests;

/// <summary>Grains that note what they are told.</summary>
internal sealed class FakeGrains
{
    public FakeGrains()
    {
        Factory.GetGrain<IVideoGrain>(Arg.Any<string>(), Arg.Any<string?>()).Returns(call => Grain(call.ArgAt<string>(0)));
    }

    public IGrainFactory Factory { get; } = Substitute.For<IGrainFactory>();

    public List<(string VideoId, JobReport Report)> Reports { get; } = [];

    public List<(string VideoId, long Size)> Sources { get; } = [];

    /// <summary>What every call fails with, or null.</summary>
    public Exception? Fault { get; set; }

    private IVideoGrain Grain(string id)
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

    private Task Note(Action note)
    {
        if (Fault is { } fault) return Task.FromException(fault);
        note();
        return Task.CompletedTask;
    }
}
