namespace ContentPages.Grains.Media;

/// <summary>One kind of entity whose objects everyone may fetch while it is public.</summary>
internal interface IMediaOwner
{
    /// <summary>The id of the entity that an object belongs to, or null when its kind is another or the object is never public.</summary>
    string? OwnerOf(string key);

    Task<bool> IsPublic(string id, CancellationToken cancel);
}
