using ContentPages.Grains.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentPages.Backends.Local.Media;

/// <summary>Serves objects to players: ranges, conditions and caching. What is open stays readable while it is being deleted.</summary>
internal static class MediaEndpoint
{
    /// <summary>What public grants can ever open. Source files lie elsewhere.</summary>
    private static readonly string[] s_publicRoots = ["videos/", "streams/"];

    public static async Task<IResult> Get(HttpContext http, string grant, string? key, DiskObjectStore store, MediaGrants grants, IMediaGate gate)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        if (!ObjectKey.IsValid(key) || MediaTypes.Of(key!) is not { } type || MediaGrants.PrefixOf(key!) is not { } prefix) return ObjectProblems.MediaNotFound;

        var isPublic = grant == MediaGrants.Public;
        if (isPublic)
        {
            if (!s_publicRoots.Any(root => key!.StartsWith(root, StringComparison.Ordinal)) || !await gate.IsPublic(key!, http.RequestAborted)) return ObjectProblems.MediaNotFound;
        }
        else
        {
            switch (grants.Verify(grant, prefix))
            {
                case TicketVerdict.SignatureInvalid: return ObjectProblems.SignatureInvalid;
                case TicketVerdict.Expired: return ObjectProblems.TicketExpired;
                case TicketVerdict.Valid: break;
            }
        }

        if (Open(store, key!) is not { } open) return ObjectProblems.MediaNotFound;
        http.Response.Headers.CacheControl = CacheControl(key!, isPublic);
        return TypedResults.Stream(
            open.Content, type, null, open.Modified, new EntityTagHeaderValue($"\"{open.ETag}\""), enableRangeProcessing: true);
    }

    /// <summary>Time, size and bytes of one file, whatever happens to its name meanwhile.</summary>
    private static (FileStream Content, DateTimeOffset Modified, string ETag)? Open(DiskObjectStore store, string key)
    {
        if (store.Find(key) is not { } file) return null;
        try
        {
            // No buffer: the response copies in large blocks.
            var content = new FileStream(file.FullName, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
            var modified = File.GetLastWriteTimeUtc(content.SafeFileHandle);
            return (content, modified, DiskObjectStore.ETagOf(modified, content.Length));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string CacheControl(string key, bool isPublic) => (isPublic, MediaTypes.Grows(key)) switch
    {
        (true, true) => "no-cache",
        (true, false) => "public, max-age=31536000, immutable",
        (false, true) => "private, no-cache",
        (false, false) => "private, max-age=3600",
    };
}
