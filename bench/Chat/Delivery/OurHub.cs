using System.Buffers.Text;
using System.Text;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>The program on one core, with accounts that may post and streams whose rooms are empty.</summary>
internal sealed class OurHub : IHub
{
    private const int Accounts = 20;

    // What one person or address may do is not the question.
    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["Live__MaxConnectionsPerAddress"] = "100000",
        ["Live__MaxConnectionsPerUser"] = "10000",
        ["Live__MaxCallsPerSecond"] = "10000",
        ["Chat__PostBurst"] = "1000000",
        ["Chat__PostsPerSecond"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private readonly ChildServer _server;
    private readonly Artist _owner;
    private readonly List<string> _tokens = [];
    private readonly List<string> _streams = [];
    private readonly int _posters;

    private OurHub(ChildServer server, Artist owner, int posters) => (_server, _owner, _posters) = (server, owner, posters);

    public int ProcessId => _server.ProcessId;

    public Uri Address => _server.Address;

    public bool Numbers => true;

    /// <param name="posters">How many of the first viewers are signed in.</param>
    public static async Task<OurHub> Start(string dataFolder, int rooms, int posters, CancellationToken cancel)
    {
        var server = await OurServer.Start(dataFolder, cancel, rtmpPort: 0, s_settings, Cores.Server);
        try
        {
            var hub = new OurHub(server, await Artist.SignUp(server, cancel), posters);
            for (var i = 0; i < Math.Min(posters, Accounts); i++)
            {
                using var fan = await Artist.SignUp(server, cancel, $"fan{i}@example.org", $"viewer_{i:0000}");
                hub._tokens.Add(fan.Token);
            }

            for (var i = 0; i < rooms; i++)
            {
                var stream = await hub._owner.Post("api/streams", new { title = $"Room {i}", visibility = "public" }, cancel);
                hub._streams.Add(stream.GetProperty("id").GetString()!);
            }

            return hub;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Path(int viewer) => "/hubs/live" + (viewer < _posters ? "?access_token=" + _tokens[viewer % _tokens.Count] : "");

    public string Join(int room, long? after) => Call.Of(IHub.JoinCall, "JoinStream", _streams[room], after);

    public string Post(int room, int post, string text) => Call.Of($"{post}", "SendMessage", _streams[room], $"{Guid.CreateVersion7():N}", text);

    public long? NumberOf(ReadOnlySpan<byte> answer) =>
        answer.IndexOf("\"refused\":null"u8) >= 0 && After(answer, "\"result\":{\"seq\":"u8) is { } number ? number : null;

    public long NewestOf(ReadOnlySpan<byte> joined) => After(joined, "\"last\":"u8) is { } last && joined.IndexOf("\"chatProblem\":null"u8) >= 0
        ? last
        : throw new BenchException("A room was not joined: " + Encoding.UTF8.GetString(joined));

    /// <summary>How many messages the log of a room has.</summary>
    public async Task<long> Logged(int room, CancellationToken cancel)
    {
        var page = await _owner.Get($"api/streams/{_streams[room]}/chat?limit=1", cancel);
        return page.GetProperty("items")[0].GetProperty("seq").GetInt64();
    }

    public ValueTask DisposeAsync()
    {
        _owner.Dispose();
        return _server.DisposeAsync();
    }

    private static long? After(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var at = json.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(json[(at + name.Length)..], out long number, out _) ? number : null;
    }
}
