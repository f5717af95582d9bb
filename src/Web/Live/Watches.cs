namespace ContentPages.Web.Live;

/// <summary>The videos that one connection watches, and whose stream each needs.</summary>
internal sealed class Watches : Held<string>
{
    /// <summary>Stands for the caller's own library; no video has such an id.</summary>
    public const string Library = "";

    public int Videos => Count - (Has(Library) ? 1 : 0);
}
