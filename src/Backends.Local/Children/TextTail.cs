using System.Text;

namespace ContentPages.Backends.Local.Children;

/// <summary>Keeps the last so many characters of a text; what came before is dropped.</summary>
internal sealed class TextTail(int most)
{
    private readonly StringBuilder _text = new();

    public void AddLine(string line)
    {
        _text.Append(line.Length > most ? line.AsSpan(line.Length - most) : line).Append('\n');
        if (_text.Length > most) _text.Remove(0, _text.Length - most);
    }

    public override string ToString() => _text.ToString();
}
