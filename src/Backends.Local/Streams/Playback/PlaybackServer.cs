using ContentPages.Backends.Local.Streams.Packaging.Output;
using Microsoft.AspNetCore.Http;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>
/// Serves playlists and media of live streams. What is there is answered on the spot, from buffers that all viewers share; only who asks for what
/// is to come waits.
/// </summary>
internal sealed class PlaybackServer(PlaybackDoors doors)
{
    // Segments that a reload may ask for beyond the one that is being made (RFC 8216bis, 6.2.5.2).
    private const int Ahead = 1;

    // A request waits through the second tick after it came.
    private const int Ticks = 2;

    private enum Wait
    {
        Ready,
        Never,
        Later,
    }

    /// <param name="path">Starts with <see cref="LivePlayback.Root"/>.</param>
    public Task Serve(HttpContext context, string path)
    {
        var end = LivePlayback.Root.Length - 1;
        for (var segment = 0; segment < 3; segment++)
        {
            end = path.IndexOf('/', end + 1);
            if (end < 0) return PlaybackProblems.Send(context, PlaybackProblem.NotFound);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return PlaybackProblems.Send(context, PlaybackProblem.MethodNotAllowed);
        var name = PlaybackName.Parse(path.AsSpan(end + 1));
        if (name.Kind == PlaybackKind.Unknown) return PlaybackProblems.Send(context, PlaybackProblem.NotFound);
        var key = path.AsSpan(LivePlayback.Root.Length..end);
        return doors.Find(key) is { } door ? Serve(context, door, name) : OpenAndServe(context, key.ToString(), name);
    }

    private async Task OpenAndServe(HttpContext context, string key, PlaybackName name)
    {
        var (door, problem) = await doors.Open(key, context.RequestAborted);
        await (door is null ? PlaybackProblems.Send(context, problem) : Serve(context, door, name));
    }

    private static Task Serve(HttpContext context, PlaybackDoor door, PlaybackName name)
    {
        switch (name.Kind)
        {
            case PlaybackKind.Master: return PlaybackResponse.Small(context, door, door.Output.Master, PlaybackHeaders.PlaylistType, PlaybackHeaders.Master);
            case PlaybackKind.Poster: return PlaybackResponse.Small(context, door, door.Playout.Poster, PlaybackHeaders.JpegType, PlaybackHeaders.Poster);
        }

        var rendition = name.Low ? door.Output.Low : door.Output.Source;
        if (rendition?.View is not { } view) return PlaybackProblems.Send(context, PlaybackProblem.NotFound);
        switch (name.Kind)
        {
            case PlaybackKind.Playlist:
                var query = ReloadQuery.Parse(context.Request.QueryString.Value);
                if (query.Bad || (!view.Ended && query.Segment > view.Open + Ahead)) return PlaybackProblems.Send(context, PlaybackProblem.BadReload);
                return query.Segment is not { } segment || view.Has(segment, query.Part)
                    ? PlaybackResponse.Playlist(context, door, view, query)
                    : PlaylistLater(context, door, rendition, query);
            case PlaybackKind.Part:
                return PartState(view, name) switch
                {
                    Wait.Ready => PlaybackResponse.Part(context, door, view.Find(name.Number)!.Parts[name.Part]),
                    Wait.Later => PartLater(context, door, rendition, name),
                    _ => PlaybackProblems.Send(context, PlaybackProblem.NotFound),
                };
            case PlaybackKind.Segment when view.Find(name.Number) is { Whole: true } recent:
                return PlaybackResponse.Segment(context, door, recent);
            case PlaybackKind.Init when Array.Find(view.Inits, init => init.Number == name.Number) is { } init:
                return PlaybackResponse.Small(context, door, init.Init.Bytes, PlaybackHeaders.Mp4Type, PlaybackHeaders.Immutable);
            case PlaybackKind.Segment when door.Output.Folder is { } folder && name.Number < view.Open:
                return PlaybackFile.Send(context, door, Path.Combine(folder, rendition.Name, FormattableString.Invariant($"{name.Number}.m4s")));
            default:
                return PlaybackProblems.Send(context, PlaybackProblem.NotFound);
        }
    }

    private static async Task PlaylistLater(HttpContext context, PlaybackDoor door, RenditionOutput rendition, ReloadQuery query)
    {
        var view = rendition.View!;
        var ticks = view.Ticks;
        while (!view.Has(query.Segment!.Value, query.Part))
        {
            if (view.Ticks - ticks >= Ticks || door.Output.Retired)
            {
                await PlaybackProblems.Send(context, PlaybackProblem.NothingNew);
                return;
            }

            await view.Changed;
            view = rendition.View!;
        }

        await PlaybackResponse.Playlist(context, door, view, query);
    }

    private static async Task PartLater(HttpContext context, PlaybackDoor door, RenditionOutput rendition, PlaybackName name)
    {
        var view = rendition.View!;
        var ticks = view.Ticks;
        for (; PartState(view, name) == Wait.Later; view = rendition.View!)
        {
            if (view.Ticks - ticks >= Ticks || door.Output.Retired)
            {
                await PlaybackProblems.Send(context, PlaybackProblem.NothingNew);
                return;
            }

            await view.Changed;
        }

        await (PartState(view, name) == Wait.Ready
            ? PlaybackResponse.Part(context, door, view.Find(name.Number)!.Parts[name.Part])
            : PlaybackProblems.Send(context, PlaybackProblem.NotFound));
    }

    // Only the part that is hinted at is worth waiting for.
    private static Wait PartState(RenditionView view, PlaybackName name)
    {
        if (view.Find(name.Number) is { } segment && name.Part < segment.Parts.Length) return segment.Whole || name.Part < view.OpenParts ? Wait.Ready : Wait.Never;
        return !view.Ended && view.Parts && name.Number == view.Open && name.Part == view.OpenParts ? Wait.Later : Wait.Never;
    }
}
