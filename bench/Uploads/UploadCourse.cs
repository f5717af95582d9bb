using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Uploads;

/// <summary>The ways a file can go. Each starts with clean disks: what the run before has left is gone and written back.</summary>
internal sealed class UploadCourse(Artist artist, ChildServer ours, ChildServer bare, string bareFolder)
{
    private static readonly Dictionary<string, string> s_noHeaders = [];

    public async Task<long> PartSizeOf(long size, CancellationToken cancel)
    {
        var ticket = await artist.AskForTicket(size, cancel);
        await artist.Delete(ticket.VideoId, cancel);
        return ticket.PartSize;
    }

    public async Task<UploadRun> Multipart(PartFiles file, int connections, CancellationToken cancel)
    {
        var ticket = await artist.AskForTicket(file.Size, cancel);
        var addresses = await artist.SignParts(ticket, file.Parts.Count, cancel);
        return await Ours(ticket, () => Curl.PutParts(file.Parts, addresses, ticket.Headers, connections, cancel), cancel);
    }

    public async Task<UploadRun> Single(PartFiles file, CancellationToken cancel)
    {
        var ticket = await artist.AskForTicket(file.Size, cancel);
        if (ticket.Single is not { } address) throw new BenchException("The server wants this file in parts.");
        return await Ours(ticket, () => Curl.Put(file.Whole, address, ticket.Headers, cancel), cancel);
    }

    public Task<UploadRun> BareWhole(PartFiles file, CancellationToken cancel) =>
        Bare(() => Curl.Put(file.Whole, new Uri(bare.Address, "whole"), s_noHeaders, cancel), cancel);

    public Task<UploadRun> BareParts(PartFiles file, int connections, CancellationToken cancel)
    {
        var addresses = file.Parts.Select((_, part) => new Uri(bare.Address, $"part-{part}")).ToList();
        return Bare(() => Curl.PutParts(file.Parts, addresses, s_noHeaders, connections, cancel), cancel);
    }

    private async Task<UploadRun> Ours(Ticket ticket, Func<Task> send, CancellationToken cancel)
    {
        await Tool.Run("sync", [], cancel);
        var run = await UploadRun.Of(ours, send, () => artist.Confirm(ticket.VideoId, cancel));
        // The bytes are no film: the job ends by itself, at once.
        await artist.Delete(ticket.VideoId, cancel);
        await ours.UntilChildless(cancel);
        return run;
    }

    private async Task<UploadRun> Bare(Func<Task> send, CancellationToken cancel)
    {
        await Tool.Run("sync", [], cancel);
        var run = await UploadRun.Of(bare, send);
        foreach (var file in Directory.EnumerateFiles(bareFolder)) File.Delete(file);
        return run;
    }
}
