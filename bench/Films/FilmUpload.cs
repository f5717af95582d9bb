using ContentPages.Bench.Server;
using ContentPages.Bench.Uploads;

namespace ContentPages.Bench.Films;

internal static class FilmUpload
{
    /// <summary>Sends a film, up to but without its confirmation. Nothing of it is measured.</summary>
    public static async Task<string> Send(Artist artist, string film, CancellationToken cancel)
    {
        var size = new FileInfo(film).Length;
        var ticket = await artist.AskForTicket(size, cancel);
        if (ticket.Single is { } address)
        {
            await Curl.Put(film, address, ticket.Headers, cancel);
            return ticket.VideoId;
        }

        using var scratch = new Scratch();
        var parts = await PartFiles.Cut(film, scratch.Path, ticket.PartSize, cancel);
        await Curl.PutParts(parts, await artist.SignParts(ticket, parts.Count, cancel), ticket.Headers, connections: 1, cancel);
        return ticket.VideoId;
    }
}
