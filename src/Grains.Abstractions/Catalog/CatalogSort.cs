using System.Globalization;

namespace ContentPages.Catalog;

/// <summary>Sort keys: text whose ordinal order is the order meant.</summary>
public static class CatalogSort
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <param name="number">0 to 9,999,999,999.</param>
    public static string Number(long number) => number.ToString("D10", CultureInfo.InvariantCulture);
}
