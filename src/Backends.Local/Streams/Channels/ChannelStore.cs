using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Channels on disk, one small file each, readable by their owner only since they hold keys. Written whole or not at all, and flushed.</summary>
internal sealed class ChannelStore(string folder)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task<ChannelRecord?> Read(string streamId, CancellationToken cancel)
    {
        if (!EntityId.IsValid(streamId)) return null;
        try
        {
            await using var file = File.OpenRead(PathOf(streamId));
            return await JsonSerializer.DeserializeAsync<ChannelRecord>(file, s_json, cancel);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public async Task Write(ChannelRecord record)
    {
        MakeFolder();
        var path = PathOf(record.StreamId);
        var temporary = path + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(temporary, options))
        {
            await JsonSerializer.SerializeAsync(file, record, s_json);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public void Delete(string streamId)
    {
        if (File.Exists(PathOf(streamId))) File.Delete(PathOf(streamId));
    }

    public IEnumerable<string> StreamIds() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Where(id => EntityId.IsValid(id))
        : [];

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string PathOf(string streamId) => Path.Combine(folder, streamId + ".json");
}
