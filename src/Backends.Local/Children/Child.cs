using System.ComponentModel;
using System.Diagnostics;

namespace ContentPages.Backends.Local.Children;

/// <summary>
/// A program that runs until it ends or is killed, with its input and output as streams. It has no environment, and dies together with us.
/// What it says on standard error goes to <c>onLine</c>, line by line; one longer than 64 Ki characters is cut.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process, Action<string> onLine)
    {
        _process = process;
        Exited = End(onLine);
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Its exit code, 128 plus the signal where one ended it, once it has ended and all that it said was taken.</summary>
    public Task<int> Exited { get; }

    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<Child> Start(
        ChildLauncher launcher, IEnumerable<string> command, string workingDirectory, Action<string> onLine, bool takesInput = false)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        var process = await launcher.Start(start);
        if (!takesInput) process.StandardInput.Close();
        return new Child(process, onLine);
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Kills it, unless it has ended, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        _process.Dispose();
    }

    private async Task<int> End(Action<string> onLine)
    {
        var lines = new LineCutter(onLine);
        var buffer = new char[4096];
        int read;
        while ((read = await _process.StandardError.ReadAsync(buffer)) > 0) lines.Add(buffer.AsSpan(0, read));
        lines.Flush();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
