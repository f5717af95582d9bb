using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>What people have sent, and what they were told of it.</summary>
internal sealed class Posts(SimulatedWorld world, RoomTruth truth)
{
    private readonly Dictionary<(string UserId, string ClientId), Post> _all = [];
    private long _newest;

    public IEnumerable<KeyValuePair<(string UserId, string ClientId), Post>> All => _all;

    public int Acknowledged => _all.Values.Count(p => p.Seq is not null);

    public Post Send(string userId, string clientId, string text)
    {
        var post = new Post(text, _newest, truth.IsDeleted);
        _all.Add((userId, clientId), post);
        return post;
    }

    /// <summary>The sender was told that it is in the log.</summary>
    public void Acknowledge(Post post, long seq)
    {
        if (post.Seq is { } before && before != seq) world.Violate($"\"{post.Text}\" is {before} and {seq}.");
        if (post.IsTooLate) world.Violate($"\"{post.Text}\" was sent when the room was deleted, and is {seq}.");
        post.Seq = seq;
        if (seq > _newest) _newest = seq;
    }

    public Post? Find(string userId, string clientId) => _all.GetValueOrDefault((userId, clientId));
}

/// <param name="after">The newest number that anybody was told before this was first sent: it must have a higher one.</param>
/// <param name="isTooLate">The room was deleted when it was sent.</param>
internal sealed class Post(string text, long after, bool isTooLate)
{
    public string Text => text;

    public long After => after;

    public bool IsTooLate => isTooLate;

    public long? Seq { get; set; }

    public bool WasHeld { get; set; }
}
