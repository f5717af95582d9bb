using System.Text.RegularExpressions;

namespace ContentPages.Web.Http;

/// <summary>Collects what is wrong with a body, by the field's name in JSON.</summary>
internal sealed partial class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, List<string>> ByField => _errors;

    public bool Any => _errors.Count > 0;

    public FieldErrors Add(string field, string sentence)
    {
        if (_errors.TryGetValue(field, out var sentences)) sentences.Add(sentence);
        else _errors[field] = [sentence];
        return this;
    }

    public FieldErrors Check(string field, bool holds, string sentence) => holds ? this : Add(field, sentence);

    /// <summary>A line of text that is not blank.</summary>
    public FieldErrors Line(string field, string value, int longest) => this
        .Check(field, !string.IsNullOrWhiteSpace(value), "This must not be empty.")
        .Check(field, value.Length <= longest, $"This must have at most {longest} characters.")
        .Check(field, !ControlCharacter().IsMatch(value), "This must not have control characters.");

    /// <summary>Text that may be empty and may have line breaks.</summary>
    public FieldErrors Text(string field, string? value, int longest) => this
        .Check(field, (value?.Length ?? 0) <= longest, $"This must have at most {longest} characters.")
        .Check(field, value is null || !ControlCharacterInText().IsMatch(value), "This must not have control characters.");

    [GeneratedRegex(@"\p{Cc}")]
    private static partial Regex ControlCharacter();

    [GeneratedRegex(@"[\p{Cc}-[\r\n\t]]")]
    private static partial Regex ControlCharacterInText();
}
