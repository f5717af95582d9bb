using System.Text.Json;

namespace ContentPages.Backends.Tests.Streams.Channels;

/// <param name="Name">Its <c>event_name</c>, <c>recording_status</c> or <c>limit_name</c>.</param>
internal sealed record ToldEvent(string StreamId, string Name, DateTimeOffset Time, JsonElement Detail)
{
    public string ConnectionId => Detail.GetProperty("stream_id").GetString()!;
}

/// <summary>Events in the order in which they were told.</summary>
internal sealed class ToldEvents
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);
    private static readonly string[] s_names = ["event_name", "recording_status", "limit_name"];

    private readonly Lock _lock = new();
    private readonly List<ToldEvent> _all = [];
    private readonly HashSet<ToldEvent> _seen = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource _more = New();

    public void Add(ReadOnlyMemory<byte> body)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(body.Span);
        var detail = json.GetProperty("detail");
        var name = s_names.Select(label => detail.TryGetProperty(label, out var value) ? value.GetString() : null).First(value => value is not null)!;
        lock (_lock)
        {
            _all.Add(new ToldEvent(detail.GetProperty("channel_name").GetString()!, name, json.GetProperty("time").GetDateTimeOffset(), detail));
            _more.TrySetResult();
            _more = New();
        }
    }

    public IReadOnlyList<ToldEvent> Of(string streamId)
    {
        lock (_lock) return [.. _all.Where(told => told.StreamId == streamId)];
    }

    public async Task<ToldEvent> Next(string streamId, string name)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_all.FirstOrDefault(told => told.StreamId == streamId && told.Name == name && !_seen.Contains(told)) is { } found)
                {
                    _seen.Add(found);
                    return found;
                }

                more = _more.Task;
            }

            try
            {
                await more.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{name}' was not told, but {string.Join(", ", Of(streamId).Select(told => $"{told.Name} {told.Detail}"))}.");
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
