using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>What people have sent, and what they were told of it.</summary>
internal sealed class Posts(SimulatedWorld world)
{
    private readonly Dictionary<(string UserId, string ClientId), Post> _all = [];
    private long _newest;

    public IEnumerable<KeyValuePair<(string UserId, string ClientId), Post>> All => _all;

    public int Acknowledged => _all.Values.Count(p => p.Seq is not null);

    public Post Send(string userId, string clientId, string text)
    {
        var post = new Post(text, _newest);
        _all.Add((userId, clientId), post);
        return post;
    }

    /// <summary>The sender was told that it is in the log.</summary>
    public void Acknowledge(Post post, long seq)
    {
        if (post.Seq is { } before && before != seq) world.Violate($"\"{post.Text}\" is {before} and {seq}.");
        post.Seq = seq;
        if (seq > _newest) _newest = seq;
    }

    public Post? Find(string userId, string clientId) => _all.GetValueOrDefault((userId, clientId));
}

/// <param name="after">The newest number that anybody was told before this was first sent: it must have a higher one.</param>
internal sealed class Post(string text, long after)
{
    public string Text => text;

    public long After => after;

    public long? Seq { get; set; }

    public bool WasHeld { get; set; }
}
