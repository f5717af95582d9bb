using Microsoft.EntityFrameworkCore;

namespace ContentPages.Silo;

/// <summary>The folder of everything that is kept. Held by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    public string Path { get; }

    public string Keys => PathOf("keys");

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="StartRefusedException">It cannot be written to, or another process holds it.</exception>
    public static DataFolder Open(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            Create(path);
            // Made before anything else so that keys are never readable by others.
            Create(System.IO.Path.Combine(path, "keys"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path);
        }

        return new DataFolder(path, Hold(path));
    }

    public void UseAccountsDatabase(IServiceProvider services, DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={PathOf("accounts.db")}");

    public void Dispose() => _held.Dispose();

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw CannotWrite(path);
        }
        catch (IOException)
        {
            throw new StartRefusedException($"The data folder {path} is in use by another ContentPages process, or is on a full or failing disk.");
        }
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static StartRefusedException CannotWrite(string path) =>
        new($"The data folder {path} cannot be written to. Choose another one with --data, or give this user the right to write there.");
}
