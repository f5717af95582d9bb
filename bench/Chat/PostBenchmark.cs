using System.Diagnostics;
using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Chat;

namespace ContentPages.Bench.Chat;

/// <summary>Messages into one room, through the grain, its rules and its flush, until each is on disk and acknowledged.</summary>
internal static class PostBenchmark
{
    private const int Senders = 500;
    private const int QuietSenders = 100;
    private const double Least = 5_000;
    private const string Text = "That second chorus, with the whole choir: I had goosebumps all over";

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<double> rate = [], cpu = [], calm = [];
        var length = TimeSpan.FromSeconds(request.Smoke ? 1 : 5);
        for (var round = 0; round < request.RoundsOr(5); round++)
        {
            using var scratch = new Scratch();
            await using var host = await RoomHost.Start(scratch.Path, cancel);
            await Busy(host, length / 2);
            var before = Environment.CpuUsage.TotalTime;
            var posts = await Busy(host, length);
            rate.Add(posts / length.TotalSeconds);
            cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / posts);
            calm.Add(await Quiet(host, length));
        }

        yield return new Figure($"into one room, {Senders} senders that wait for their answer", "posts/s", rate, [], new Limit(Limited.Ours, Least, AtLeast: true));
        yield return new Figure("CPU time of one post, senders and all", "us", cpu, []);
        yield return new Figure($"until a post is answered, {QuietSenders} a second, 99th percentile", "ms", calm, []);
    }

    /// <summary>Answers how many were acknowledged, which are all that are in the log.</summary>
    private static async Task<long> Busy(RoomHost host, TimeSpan length)
    {
        var id = EntityId.New(TimeProvider.System.GetUtcNow());
        var room = host.Room(id);
        var watch = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, Senders).Select(n => Task.Run(async () =>
        {
            var count = 0L;
            for (var author = new ChatPerson($"user-{n}", $"Fan {n}"); watch.Elapsed < length; count++) await Post(room, author, count);
            return count;
        })));
        if (await host.Logged(id) != sent.Sum()) throw new BenchException($"{sent.Sum()} posts were acknowledged, the log has {await host.Logged(id)}.");
        return sent.Sum();
    }

    private static async Task<double> Quiet(RoomHost host, TimeSpan length)
    {
        var room = host.Room(EntityId.New(TimeProvider.System.GetUtcNow()));
        var waits = await Task.WhenAll(Enumerable.Range(0, QuietSenders).Select(n => Task.Run(async () =>
        {
            var own = new List<double>();
            await Task.Delay(TimeSpan.FromMilliseconds(n * 1000 / QuietSenders));
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var count = 0; count < length.TotalSeconds; count++)
            {
                var begun = Stopwatch.GetTimestamp();
                await Post(room, new ChatPerson($"user-{n}", $"Fan {n}"), count);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                await second.WaitForNextTickAsync();
            }

            return own;
        })));
        var sorted = waits.SelectMany(w => w).Order().ToList();
        return sorted[(int)(sorted.Count * 0.99)];
    }

    private static async Task Post(IChatRoomGrain room, ChatPerson author, long count)
    {
        var answer = await room.Post(author, $"{count}", $"{Text} {count}");
        if (answer.Rejection is { } rejection) throw new BenchException($"A post was refused: {rejection.Code}.");
    }
}
