namespace ContentPages.Backends.Local.Media;

/// <summary>The folders of the store below the data directory, and the way from a key to a path that is surely inside.</summary>
internal sealed class ObjectFolder
{
    public ObjectFolder(LocalOptions options)
    {
        Objects = Made(options.PathOf("objects"));
        Uploads = Made(options.PathOf("uploads"));
        Trash = Made(options.PathOf("trash"));
        Keys = options.PathOf("keys");

        static string Made(string path) => Directory.CreateDirectory(path).FullName;
    }

    /// <summary>Objects by key.</summary>
    public string Objects { get; }

    /// <summary>Multipart uploads by id, and files of single uploads that have not arrived whole.</summary>
    public string Uploads { get; }

    /// <summary>Trees that were deleted and wait for their files to be removed.</summary>
    public string Trash { get; }

    public string Keys { get; }

    /// <summary>Path of a key, or of a prefix ending in <c>/</c>.</summary>
    /// <exception cref="ArgumentException">Neither a key nor a prefix.</exception>
    public string PathOf(string key)
    {
        var path = key.EndsWith('/') ? key[..^1] : key;
        ObjectKey.Check(path);
        return Path.Combine(Objects, path);
    }

    /// <summary>
    /// The file of a key, or null when there is none. A symbolic link on the way counts as nothing, since it may lead out of the folder.
    /// </summary>
    public FileInfo? Find(string key)
    {
        ObjectKey.Check(key);
        var path = Objects;
        foreach (var segment in key.Split('/'))
        {
            path = Path.Combine(path, segment);
            if (new FileInfo(path).LinkTarget is not null) return null;
        }

        var file = new FileInfo(path);
        return file.Exists ? file : null;
    }

    /// <summary>Makes a finished file the object of a key at once; readers of the one before keep what they have open.</summary>
    /// <exception cref="IOException">A part of the key is taken by an object or a link.</exception>
    public void Publish(string finished, string key)
    {
        var target = PathOf(key);
        for (var attempt = 1; ; attempt++)
        {
            MakeFolders(key);
            try
            {
                File.Move(finished, target, overwrite: true);
                return;
            }
            catch (DirectoryNotFoundException) when (attempt < 3 && File.Exists(finished))
            {
                // A deletion beside us pruned the folder that we have just made.
            }
        }
    }

    public bool IsTaken(string key)
    {
        var path = PathOf(key);
        if (Directory.Exists(path)) return true;
        for (path = Path.GetDirectoryName(path)!; path.Length > Objects.Length; path = Path.GetDirectoryName(path)!)
            if (File.Exists(path)) return true;
        return false;
    }

    /// <summary>Takes a tree out of sight in one step, then removes its files.</summary>
    public void DeletePrefix(string prefix)
    {
        var tree = PathOf(prefix);
        var trash = Path.Combine(Trash, Guid.CreateVersion7().ToString("N"));
        try
        {
            Directory.Move(tree, trash);
        }
        catch (Exception nothing) when (nothing is DirectoryNotFoundException or FileNotFoundException)
        {
            return;
        }

        Discard(trash);
        Prune(Path.GetDirectoryName(tree)!);
    }

    /// <summary>Removes what a process that died while deleting left behind.</summary>
    public void EmptyTrash()
    {
        foreach (var tree in Directory.EnumerateDirectories(Trash)) Discard(tree);
    }

    private static void Discard(string tree)
    {
        try
        {
            Directory.Delete(tree, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The sweeper and a deletion met in it; what is left goes with the next sweep.
        }
    }

    private void MakeFolders(string key)
    {
        var path = Objects;
        foreach (var segment in key.Split('/')[..^1])
        {
            path = Path.Combine(path, segment);
            if (new FileInfo(path).LinkTarget is not null) throw new IOException("A link is in the way of an object.");
        }

        Directory.CreateDirectory(path);
    }

    private void Prune(string folder)
    {
        try
        {
            for (; folder.Length > Objects.Length; folder = Path.GetDirectoryName(folder)!) Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Not empty, or gone already.
        }
    }
}
