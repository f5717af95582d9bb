using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Backends.Local.Media;

/// <summary>The store's HTTP face: presigned PUTs, and media for players.</summary>
public static class DiskObjectEndpoints
{
    /// <summary>
    /// Maps <c>PUT /objects/{key}</c> and <c>GET, HEAD /media/{grant}/{key}</c>. Their signatures are their authorization; they are no part of the API
    /// document, since clients only follow the addresses that they are given.
    /// </summary>
    public static IEndpointRouteBuilder MapDiskObjectStore(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/objects/{**key}", Put).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapMethods("/media/{grant}/{**key}", [HttpMethods.Get, HttpMethods.Head], MediaEndpoint.Get).AllowAnonymous().ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> Put(HttpContext http, string? key, DiskObjectStore store)
    {
        if (!ObjectKey.IsValid(key)) return ObjectProblems.KeyInvalid;
        switch (store.Verify(http.Request, key!, out var ticket))
        {
            case TicketVerdict.SignatureInvalid: return ObjectProblems.SignatureInvalid;
            case TicketVerdict.Expired: return ObjectProblems.TicketExpired;
            case TicketVerdict.Valid: break;
        }

        if (http.Request.ContentLength is not { } length) return ObjectProblems.LengthRequired;
        if (length != ticket.Size) return ObjectProblems.SizeMismatch;

        // Only now, for this request alone, may the body be larger than the server's limit: as large as we have signed.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ticket.Size;
        return await Receive(http, ticket, store);
    }

    private static async Task<IResult> Receive(HttpContext http, UploadTicketUrl ticket, DiskObjectStore store)
    {
        var (body, cancel) = (http.Request.BodyReader, http.RequestAborted);
        try
        {
            var etag = ticket.UploadId is null ? (await store.Receive(ticket, body, cancel)).ETag : await store.ReceivePart(ticket, body, cancel);
            if (etag is null) return ObjectProblems.UploadNotFound;
            http.Response.Headers.ETag = $"\"{etag}\"";
            return TypedResults.Ok();
        }
        catch (BodySizeException wrong)
        {
            return wrong.TooLong ? ObjectProblems.BodyTooLong : ObjectProblems.SizeMismatch;
        }
        catch (BadHttpRequestException bad)
        {
            return ObjectProblems.Interrupted(bad.StatusCode);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ObjectProblems.Superseded;
        }
        catch (Exception gone) when (gone is OperationCanceledException or Microsoft.AspNetCore.Connections.ConnectionResetException)
        {
            // Nobody is left to read this; the status is for the access log.
            return ObjectProblems.Interrupted(StatusCodes.Status400BadRequest);
        }
        catch (IOException full) when (IsFull(full))
        {
            return ObjectProblems.StorageFull;
        }
        catch (IOException) when (store.IsTaken(ticket.Key))
        {
            return ObjectProblems.KeyTaken;
        }
    }

    /// <summary>ENOSPC and EDQUOT of Linux.</summary>
    private static bool IsFull(IOException exception) => exception.HResult is 28 or 122;
}
