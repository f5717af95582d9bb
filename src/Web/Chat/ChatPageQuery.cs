using System.Globalization;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Chat;

/// <summary>Reads what a page of chat is asked for with; the first thing that is wrong is kept.</summary>
internal sealed class ChatPageQuery
{
    /// <summary>Messages of a page, and entries of the audit.</summary>
    public const int MaxLimit = 100;
    public const int DefaultLimit = 50;

    /// <summary>Messages of a page of a time; players read ahead of what they show.</summary>
    public const int MaxOfTime = 200;

    public ProblemHttpResult? Problem { get; private set; }

    public int Limit(string? limit, int without = DefaultLimit, int most = MaxLimit)
    {
        var size = without;
        Problem ??= PageQuery.CheckLimit(limit, most, ref size);
        return size;
    }

    /// <summary>The number of a message.</summary>
    public long? Number(string name, string? text)
    {
        if (text is null) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse($"invalid_{name}", $"{name} must be the number of a message.");
        return null;
    }

    public DateTimeOffset? Time(string name, string? text)
    {
        if (text is null) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return time;
        Refuse($"invalid_{name}", $"{name} must be a time like 2026-01-31T20:00:00Z.");
        return null;
    }

    /// <summary>A position in a recording.</summary>
    public double? Seconds(string name, string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)) return seconds;
        Refuse($"invalid_{name}", $"{name} must be a number of seconds.");
        return null;
    }

    public string? AuditId(string name, string? text)
    {
        if (text is not null && !EntityId.IsValid(text)) Refuse($"invalid_{name}", $"{name} must be the id of an entry.");
        return text;
    }

    public void Refuse(string code, string sentence) => Problem ??= Http.Problem.Of(StatusCodes.Status400BadRequest, code, sentence);
}
