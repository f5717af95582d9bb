namespace ContentPages.Bench.Uploads;

/// <summary>A file of random bytes, whole and cut into parts, so that one client can send either.</summary>
internal sealed record PartFiles(string Whole, long Size, IReadOnlyList<string> Parts)
{
    private const int Block = 1 << 20;

    /// <param name="andWhole">Whether the whole file is wanted beside its parts.</param>
    public static async Task<PartFiles> Make(string folder, long size, long partSize, bool andWhole, CancellationToken cancel)
    {
        var whole = andWhole ? Path.Combine(folder, "whole") : "/dev/null";
        var parts = new List<string>();
        var random = new Random(20);
        var block = new byte[Block];
        await using var all = new FileStream(whole, andWhole ? FileMode.CreateNew : FileMode.Open, FileAccess.Write);
        for (var left = size; left > 0;)
        {
            parts.Add(Path.Combine(folder, $"part-{parts.Count + 1:D5}"));
            await using var part = File.Create(parts[^1]);
            for (var partLeft = Math.Min(partSize, left); partLeft > 0;)
            {
                var now = block.AsMemory(0, (int)Math.Min(Block, partLeft));
                random.NextBytes(now.Span);
                await part.WriteAsync(now, cancel);
                await all.WriteAsync(now, cancel);
                partLeft -= now.Length;
                left -= now.Length;
            }
        }

        return new PartFiles(whole, size, parts);
    }

    /// <summary>Cuts a file. A part is not held in memory.</summary>
    public static async Task<IReadOnlyList<string>> Cut(string file, string folder, long partSize, CancellationToken cancel)
    {
        var parts = new List<string>();
        var block = new byte[Block];
        await using var whole = File.OpenRead(file);
        while (whole.Position < whole.Length)
        {
            parts.Add(Path.Combine(folder, $"part-{parts.Count + 1:D5}"));
            await using var part = File.Create(parts[^1]);
            for (var left = Math.Min(partSize, whole.Length - whole.Position); left > 0;)
            {
                var read = await whole.ReadAsync(block.AsMemory(0, (int)Math.Min(Block, left)), cancel);
                await part.WriteAsync(block.AsMemory(0, read), cancel);
                left -= read;
            }
        }

        return parts;
    }
}
