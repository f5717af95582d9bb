namespace ContentPages.Bench;

/// <summary>Where things are in the checkout. Everything that a run makes is below <c>.run</c>, on the disk that the program would use.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>The published program, as <c>run.sh</c> builds it.</summary>
    public static string Program => Path.Combine(Root, ".run", "app-Embedded", "contentpages.dll");

    /// <summary>Films made once and used again.</summary>
    public static string Clips => Directory.CreateDirectory(Path.Combine(Root, ".run", "bench", "clips")).FullName;

    /// <summary>What servers say.</summary>
    public static string Logs => Directory.CreateDirectory(Path.Combine(Root, ".run", "bench", "logs")).FullName;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ContentPages.sln"))) return folder.FullName;
        }

        throw new BenchException("The benchmarks run from inside a checkout.");
    }
}

/// <summary>A folder that goes away with everything in it.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(Places.Root, ".run", "bench", "scratch-" + Guid.NewGuid().ToString("N")[..8])).FullName;

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
