using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.FrontEnd;

/// <summary>One file of the built front end.</summary>
/// <param name="Encodings">Compressed by the build: content coding and full name, the smallest first.</param>
internal sealed record FrontEndFile(string FullName, string ContentType, IReadOnlyList<(string Coding, string FullName)> Encodings);

/// <summary>The files of the built front end by their address. Nothing outside this list is ever opened.</summary>
internal sealed class FrontEndFiles(IOptions<WebOptions> options, IHostEnvironment host)
{
    private static readonly (string Coding, string Extension)[] Codings = [("br", ".br"), ("gzip", ".gz")];
    private readonly string _folder = Path.GetFullPath(Path.Combine(host.ContentRootPath, options.Value.FrontEnd));
    private IReadOnlyDictionary<string, FrontEndFile>? _files;

    /// <summary>The file at an address, or null.</summary>
    public FrontEndFile? Find(string path) => Files.GetValueOrDefault(path);

    /// <summary>The page that all of the front end's own addresses get, or null when it is not built.</summary>
    public FrontEndFile? Index => Find("/index.html");

    // A build that comes after the start is seen; after that the list stays.
    private IReadOnlyDictionary<string, FrontEndFile> Files =>
        _files ?? (File.Exists(Path.Combine(_folder, "index.html")) ? _files = Read() : new Dictionary<string, FrontEndFile>());

    private Dictionary<string, FrontEndFile> Read()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        return Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(name => !Codings.Any(coding => name.EndsWith(coding.Extension, StringComparison.Ordinal)))
            .ToDictionary(
                name => "/" + Path.GetRelativePath(_folder, name).Replace(Path.DirectorySeparatorChar, '/'),
                name => new FrontEndFile(
                    name,
                    types.TryGetContentType(name, out var type) ? WithCharset(type) : "application/octet-stream",
                    [.. Codings.Where(coding => File.Exists(name + coding.Extension)).Select(coding => (coding.Coding, name + coding.Extension))]),
                StringComparer.Ordinal);
    }

    private static string WithCharset(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
}
