using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Channels;

/// <summary>One stream's channel, as its grain uses it.</summary>
internal sealed class TestStream(IngestHost host, string id)
{
    public string Id => id;

    private ILiveChannels Channels => host.Channels;

    public async Task<string> Key() => (await Ingest()).StreamKey!;

    public Task<StreamIngest> Ingest() => Channels.GetIngest(id, CancellationToken.None);

    public Task<StreamIngest> RotateKey() => Channels.RotateKey(id, CancellationToken.None);

    public ChannelSession Session(int number = 1, bool record = true) => new(id, number, $"videos/{id}/{number}/", record, StreamLatency.Low);

    public Task Begin(int number = 1, bool record = true) => Channels.Begin(id, Session(number, record), CancellationToken.None);

    public Task End(int number = 1, bool record = true) => Channels.End(id, Session(number, record), CancellationToken.None);

    public async Task<ChannelStatus> Status() => (await Channels.Get(id, CancellationToken.None))!;

    public Task<RecordingReport?> Recording(int number = 1) => Channels.GetRecording(id, Session(number), CancellationToken.None);

    public async Task<StreamHealth> Health() => (await Channels.GetHealth(id, CancellationToken.None))!;

    public Task Delete() => Channels.Delete(id, CancellationToken.None);

    /// <summary>The next event of that name, which no one has waited for yet.</summary>
    public Task<ToldEvent> Told(string name) => host.Told.Next(id, name);

    public IReadOnlyList<string> AllTold => [.. host.Told.Of(id).Select(told => told.Name)];
}
