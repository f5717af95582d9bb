using System.Text.Json;

namespace ContentPages.Web.Tests.Chat;

internal static class Json
{
    public static string? Text(this JsonElement value, string name) => value.GetProperty(name).GetString();

    public static long Number(this JsonElement value, string name) => value.GetProperty(name).GetInt64();
}
