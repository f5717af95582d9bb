using System.Text.RegularExpressions;

namespace ContentPages.Processors.Streams;

internal static partial class Spelling
{
    /// <summary><c>MultitrackInputNotAllowed</c> as our codes are spelled: <c>multitrack_input_not_allowed</c>.</summary>
    public static string Snake(string code) => Seams().Replace(code, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Seams();
}
