using ContentPages.Bench.Chat.Delivery;
using ContentPages.Bench.Films;
using ContentPages.Bench.Lists;
using ContentPages.Bench.Live;
using ContentPages.Bench.Live.Viewers;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;
using ContentPages.Bench.Uploads;

namespace ContentPages.Bench;

internal delegate IAsyncEnumerable<Figure> Benchmark(BenchRequest request, CancellationToken cancel);

internal static partial class Benchmarks
{
    /// <summary>In the order they run when none is named.</summary>
    public static readonly IReadOnlyDictionary<string, Benchmark> ByName = All(new Dictionary<string, Benchmark>
    {
        ["idle"] = IdleBenchmark.Run,
        ["list"] = ListBenchmark.Run,
        ["upload"] = UploadBenchmark.Run,
        ["first-frame"] = FirstFrameBenchmark.Run,
        ["transcode"] = TranscodeBenchmark.Run,
        ["live-latency"] = LatencyBenchmark.Run,
        ["live-join"] = JoinBenchmark.Run,
        ["live-start"] = StartBenchmark.Run,
        ["live-cpu"] = CpuBenchmark.Run,
        ["live-viewers"] = ViewersBenchmark.Run,
        ["chat-fanout"] = FanoutBenchmark.OneRoom,
        ["chat-rooms"] = FanoutBenchmark.ManyRooms,
        ["chat-capacity"] = CapacityBenchmark.Run,
        ["chat-hub-posts"] = HubPostsBenchmark.Run,
        ["chat-stalled"] = StalledBenchmark.Run,
        ["chat-idle"] = MemoryBenchmark.Run,
    });

    static partial void AddInProcess(Dictionary<string, Benchmark> benchmarks);

    private static Dictionary<string, Benchmark> All(Dictionary<string, Benchmark> benchmarks)
    {
        AddInProcess(benchmarks);
        return benchmarks;
    }
}
