using System.Runtime.CompilerServices;

namespace ContentPages.Web.Tests.OpenApi;

public sealed class ApiDocumentTests(ContentPagesApp app)
{
    /// <summary>Set to 1, the test writes the document instead of comparing it.</summary>
    private const string Refresh = "CONTENTPAGES_REFRESH_OPENAPI";

    [Fact]
    public async Task The_document_is_the_one_that_is_checked_in()
    {
        var served = (await app.NewBrowser().Http.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = PathOf("docs/openapi.json");
        if (Environment.GetEnvironmentVariable(Refresh) == "1") await File.WriteAllTextAsync(path, served);

        var checkedIn = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";

        Assert.True(
            served == checkedIn,
            $"The API has changed: {FirstDifference(checkedIn, served)} If that is meant, run the tests once with {Refresh}=1 and review the diff of docs/openapi.json.");
    }

    private static string FirstDifference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).FirstOrDefault(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"line {line + 1} was '{old.ElementAtOrDefault(line)?.Trim()}' and is '{now.ElementAtOrDefault(line)?.Trim()}'.";
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../..", file));
}
