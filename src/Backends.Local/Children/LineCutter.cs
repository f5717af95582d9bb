using System.Text;

namespace ContentPages.Backends.Local.Children;

/// <summary>Cuts text into lines, at line feeds and carriage returns. Empty ones are left out; what is over <see cref="Longest"/> is dropped.</summary>
internal sealed class LineCutter(Action<string> onLine)
{
    public const int Longest = 64 * 1024;

    private readonly StringBuilder _line = new();

    public void Add(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('\n', '\r') is >= 0 and var end)
        {
            Append(text[..end]);
            Flush();
            text = text[(end + 1)..];
        }

        Append(text);
    }

    public void Flush()
    {
        if (_line.Length > 0) onLine(_line.ToString());
        _line.Clear();
    }

    private void Append(ReadOnlySpan<char> text) => _line.Append(text[..Math.Min(text.Length, Longest - _line.Length)]);
}
