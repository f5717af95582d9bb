namespace ContentPages.Backends.Local.Children;

/// <summary>Finds programs as a shell would.</summary>
internal static class Programs
{
    /// <summary>The absolute path of a program, or null when it is not there.</summary>
    /// <param name="name">A name to look for in PATH, or an absolute path.</param>
    public static string? Find(string name)
    {
        if (Path.IsPathRooted(name)) return File.Exists(name) ? name : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
