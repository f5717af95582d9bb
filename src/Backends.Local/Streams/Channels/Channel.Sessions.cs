using System.Globalization;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

internal sealed partial class Channel
{
    public async Task Begin(ChannelSession session, CancellationToken cancel)
    {
        using var turn = await _gate.Take(cancel);
        // One whose end has never reached us, or did not get through to its end.
        if (_record.Session is { } armed && (armed.Ending || armed.Session.Number != session.Number)) await Finish(armed);
        if (_record.RecordingOf(session.Number) is not null) return;

        if (_record.Session is null) await Store(_record with { Session = new ArmedSession(session) });
        _playout.Begin(Playout(session));
        if (Present is { Signal: not StreamSignal.None } present) await AddConnection(present.Id);
    }

    public async Task End(ChannelSession session, CancellationToken cancel)
    {
        using var turn = await _gate.Take(cancel);
        if (_record.Session is { } armed && armed.Session.Number == session.Number) await Finish(armed);
        else if (_record.RecordingOf(session.Number) is { Status: not RecordingStatus.None } report) _events.Recording(report, session.RecordingPrefix);
    }

    public RecordingReport? RecordingOf(int number)
    {
        var record = _record;
        if (record.Session is { Session: { Record: true } session } armed && session.Number == number)
            return new RecordingReport(armed.RecordingSince ?? Now, IdOf(number), armed.Connections, RecordingStatus.Recording);
        return record.RecordingOf(number) is { Status: not RecordingStatus.None } report ? report : null;
    }

    /// <summary>After a restart: the session goes on, or ends as it was asked to.</summary>
    public async Task Resume()
    {
        using var turn = await _gate.Take();
        if (_record.Session is not { } armed) return;
        if (armed.Ending) await Finish(armed);
        else _playout.Begin(Playout(armed.Session));
    }

    // The order makes a kill between any two steps harmless: a marked end is completed after the restart.
    private async Task Finish(ArmedSession armed)
    {
        var session = armed.Session;
        if (!armed.Ending) await Store(_record with { Session = armed with { Ending = true } });
        await DropEncoder(new StreamTrouble("ended", "The stream was ended.", Now));
        var folder = await _playout.End(Playout(session));
        var report = Report(armed, folder);
        await Store(_record.Ended(session.Number, report));
        LogEnded(session.Number, StreamId, report.Status, report.Media?.DurationSeconds ?? 0);
        if (session.Record) _events.Recording(report, session.RecordingPrefix);
    }

    private RecordingReport Report(ArmedSession armed, RecordedFolder? folder)
    {
        var session = armed.Session;
        if (!session.Record) return new RecordingReport(Now, IdOf(session.Number), armed.Connections, RecordingStatus.None);
        if (folder is null) return new RecordingReport(Now, IdOf(session.Number), armed.Connections, RecordingStatus.Failed);
        var media = new RecordedMedia(
            session.RecordingPrefix, folder.Playlist, folder.Poster, folder.DurationSeconds, folder.Width, folder.Height, folder.Breaks);
        return new RecordingReport(Now, IdOf(session.Number), armed.Connections, RecordingStatus.Finishing, media);
    }

    /// <summary>A connection has become playable; the session that is on has it from now on.</summary>
    private async Task NotePlayable(string connectionId, CancellationToken cancel)
    {
        using var turn = await _gate.Take(cancel);
        await AddConnection(connectionId);
    }

    private async Task AddConnection(string connectionId)
    {
        if (_record.Session is not { Ending: false } armed || armed.Connections.Contains(connectionId)) return;
        var first = armed.Session.Record && armed.RecordingSince is null;
        var added = armed with { ConnectionIds = [.. armed.Connections, connectionId], RecordingSince = first ? Now : armed.RecordingSince };
        try
        {
            await Store(_record with { Session = added });
        }
        catch (IOException full)
        {
            // It is told beside the recording only; the session goes on.
            LogNotStored(full, StreamId);
        }

        if (first)
            _events.Recording(new RecordingReport(Now, IdOf(armed.Session.Number), added.Connections, RecordingStatus.Recording), armed.Session.RecordingPrefix);
    }

    private PlayoutSession Playout(ChannelSession session) =>
        new(session.Number, _parts.PathOf(session.RecordingPrefix), session.Record, session.Latency);

    private string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{StreamId}-{number}");
}
