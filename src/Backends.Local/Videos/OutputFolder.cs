namespace ContentPages.Backends.Local.Videos;

/// <summary>The folder of one attempt's outputs.</summary>
internal sealed class OutputFolder(string path)
{
    private const string WaitingFile = "waiting";

    public string Path { get; } = path;

    /// <summary>Whether the attempt was taken into the queue and has not begun.</summary>
    public bool Waits => File.Exists(In(WaitingFile));

    public static OutputFolder Of(IObjectPaths paths, string prefix) =>
        new(System.IO.Path.GetDirectoryName(paths.PathOf(prefix + JobRecord.FileName))!);

    public bool Has(string name) => new FileInfo(In(name)) is { Exists: true, Length: > 0 };

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes what an attempt left that was killed, or that failed.</summary>
    public void Clear()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    /// <exception cref="JobFailedException">We cannot write here.</exception>
    public void Create(IEnumerable<string> folders)
    {
        try
        {
            Directory.CreateDirectory(Path);
            foreach (var folder in folders) Directory.CreateDirectory(In(folder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException(new JobFailure(JobFailure.Setup, "The outputs' folder cannot be written."), failure);
        }
    }

    /// <summary>Until the attempt clears the folder to begin, or is cancelled.</summary>
    /// <exception cref="JobFailedException">We cannot write here.</exception>
    public void MarkWaiting()
    {
        Create([]);
        File.WriteAllBytes(In(WaitingFile), []);
    }

    /// <summary>Replaces a file at once, so that no reader sees half of it.</summary>
    public async Task Write(string name, string text)
    {
        var temporary = In(name) + ".tmp";
        await File.WriteAllTextAsync(temporary, text);
        File.Move(temporary, In(name), overwrite: true);
    }

    public MediaPlaylist Playlist(string folder) => MediaPlaylist.Parse(File.ReadLines(In($"{folder}/index.m3u8")));

    public long SizeOf(string name) => new FileInfo(In(name)).Length;
}
