using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local;

/// <summary>What everything that runs on one machine shares.</summary>
public sealed class LocalOptions
{
    public const string Section = "Local";

    /// <summary>Where all state lives. Relative to the working directory, or absolute.</summary>
    [Required(AllowEmptyStrings = false)]
    public string DataDirectory { get; set; } = "data";

    /// <summary>A file or folder below the data directory, as an absolute path.</summary>
    public string PathOf(string name) => Path.Combine(Path.GetFullPath(DataDirectory), name);
}
