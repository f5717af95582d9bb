using Microsoft.AspNetCore.Http;

namespace ContentPages.Web.Http;

/// <summary>Versions of entities as HTTP carries them.</summary>
internal static class Etags
{
    /// <summary>The version that a write is meant for, or null when the caller takes any.</summary>
    public static string? IfMatch(this HttpRequest request)
    {
        var value = request.Headers.IfMatch.ToString().Trim();
        return value is "" or "*" ? null : value.Trim('"');
    }

    public static void SetEtag(this HttpResponse response, string version) => response.Headers.ETag = $"\"{version}\"";
}
