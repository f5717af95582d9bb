using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;
using ContentPages.Videos;

namespace ContentPages.Simulation.Actors;

/// <summary>One artist with one film: uploads it whole or in parts, may go away at any point, tries again what failed, and may delete it.</summary>
internal sealed class FilmScene
{
    private const long MiB = 1024 * 1024;

    private readonly SimulatedWorld _world;
    private readonly Dice _dice;
    private readonly Caller _artist;
    private readonly long _size;

    public FilmScene(SimulatedWorld world)
    {
        _world = world;
        _dice = world.Dice.Fork();
        _artist = new(world, "artist");
        _size = _dice.Chance(0.5) ? 10 * MiB : 70 * MiB;
        Id = world.NewId();
    }

    public string Id { get; }

    public async Task Play()
    {
        await _world.Pass(_dice.LongTail(20_000));
        var created = await _artist.Insist("creates a film", c => Film(c).Create(new("artist", "Ann", new("a.mp4", "video/mp4", _size), new("A", "", Visibility.Public))));
        if (created is not { Ok: true, Value: var ticket } || _dice.Chance(0.1)) return;
        if (!await Send(ticket)) return;
        if (_dice.Chance(0.7)) await _artist.Insist("confirms", c => Film(c).ConfirmUpload(null));
        for (var looks = _dice.Below(4); looks > 0; looks--)
        {
            await _world.Pass(_dice.LongTail(60_000));
            if (_dice.Chance(0.3)) await Rename($"A {looks}");
            if (_dice.Chance(0.15)) await _artist.Insist("deletes the film", c => Film(c).Delete(null));
            else await _artist.Try("retries", c => Film(c).Retry());
        }
    }

    /// <summary>What it was called last, and what it may be called since nobody knows what has become of that.</summary>
    public HashSet<string> Titles { get; } = new(["A"], StringComparer.Ordinal);

    private async Task Rename(string title)
    {
        var seen = _dice.Chance(0.5) ? await _artist.Try("looks", c => Film(c).Get()) : null;
        Titles.Add(title);
        if (await _artist.Insist("renames", c => Film(c).Update(new(title, "", Visibility.Unlisted), seen?.Value?.Version)) is { Ok: true }) Titles.RemoveWhere(t => t != title);
    }

    /// <summary>Too early, or after the page was opened anew.</summary>
    private async Task LookAtUpload()
    {
        if (_dice.Chance(0.5)) await _artist.Try("confirms early", c => Film(c).ConfirmUpload(null));
        else await _artist.Try("comes back", c => Film(c).GetUpload());
    }

    private IVideoGrain Film(IClusterClient client) => client.GetGrain<IVideoGrain>(Id);

    /// <summary>False when the artist went away before the end.</summary>
    private async Task<bool> Send(UploadTicket ticket)
    {
        if (ticket.PartSize is not { } partSize)
        {
            await _world.Pass(_dice.LongTail(30_000));
            if (_dice.Chance(0.1)) await LookAtUpload();
            // A PUT that has begun comes to its end, whatever has become of the film meanwhile.
            _world.Objects.Put(VideoKeys.Source(Id), _dice.Chance(0.95) ? _size : _size - 1, tells: true);
            return true;
        }

        var parts = (int)((_size + partSize - 1) / partSize);
        for (var number = 1; number <= parts; number++)
        {
            await _world.Pass(_dice.LongTail(10_000));
            if (_dice.Chance(0.03)) return false;
            if (_dice.Chance(0.1)) await LookAtUpload();
            var signed = await _artist.Insist("signs", c => Film(c).SignParts([number]));
            if (signed is not { Ok: true, Value: [var part] }) return false;
            var (uploadId, size) = (part.Url.Host, Math.Min(partSize, _size - (number - 1) * partSize));
            if (!_world.Objects.PutPart(uploadId, number, size)) return false;
        }

        return true;
    }
}
