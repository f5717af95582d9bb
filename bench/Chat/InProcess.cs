using ContentPages.Bench.Chat;

namespace ContentPages.Bench;

/// <summary>What is measured on the embedded engine inside this process; left out of a build for the other one.</summary>
internal static partial class Benchmarks
{
    static partial void AddInProcess(Dictionary<string, Benchmark> benchmarks) => benchmarks["chat-post"] = PostBenchmark.Run;
}
