using System.Globalization;
using System.Text.Json;

namespace ContentPages.Bench.Measuring;

/// <summary>Collects figures: a table at the end, and every sample as a line of JSON in <c>bench/results</c>.</summary>
internal sealed class Report(BenchRequest request)
{
    private static readonly string[] s_heads = ["benchmark", "figure", "unit", "ours", "other", "ratio", "limit", ""];

    private readonly List<string[]> _rows = [];
    private readonly string _file = Path.Combine(
        Directory.CreateDirectory(Path.Combine(Places.Root, "bench", "results")).FullName,
        $"{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.jsonl");

    public bool AllKept { get; private set; } = true;

    public void Add(string benchmark, Figure figure)
    {
        AllKept &= figure.Kept is not false;
        _rows.Add(
        [
            benchmark, figure.Name, figure.Unit, Text(figure.Ours), Text(figure.Other), figure.Ratio is { } ratio ? Text(ratio) : "",
            figure.Limit is { } limit ? $"{(limit.AtLeast ? ">=" : "<=")} {Text(limit.Number)}{(limit.Of is Limited.Ratio ? " x" : "")}" : "",
            figure.Kept switch { true => "kept", false => "MISSED", null => "" },
        ]);
        Write(new { benchmark, figure.Name, figure.Unit, figure.Ours, figure.Other, figure.Ratio, limit = figure.Limit?.Number, figure.Kept });
    }

    public void Failed(string benchmark, string reason)
    {
        AllKept = false;
        _rows.Add([benchmark, "could not be measured: " + reason, "", "", "", "", "", "FAILED"]);
        Write(new { benchmark, failed = reason });
    }

    public void Print(TextWriter to)
    {
        var widths = s_heads.Select((head, column) => _rows
            .Where(row => row[^1] != "FAILED" || column == 0)
            .Select(row => row[column].Length).Append(head.Length).Max()).ToList();
        to.WriteLine();
        foreach (var row in _rows.Prepend(s_heads))
            to.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        to.WriteLine();
        to.WriteLine($"Medians (smallest to largest of the samples){(request.Smoke ? ", smoke run" : "")}. Every sample: {Path.GetRelativePath(Environment.CurrentDirectory, _file)}");
    }

    private void Write(object line)
    {
        var at = TimeProvider.System.GetUtcNow();
        var json = JsonSerializer.Serialize(new { at, request.Smoke, cores = Environment.ProcessorCount, result = line }, JsonSerializerOptions.Web);
        File.AppendAllText(_file, json + "\n");
    }

    private static string Text(IReadOnlyList<double> samples) => samples.Count switch
    {
        0 => "",
        1 => Text(samples[0]),
        _ => $"{Text(samples.Median())} ({Text(samples.Min())} to {Text(samples.Max())})",
    };

    private static string Text(double number) => Math.Abs(number) switch
    {
        >= 1000 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => number.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.ToString("0.000", CultureInfo.InvariantCulture),
    };
}
