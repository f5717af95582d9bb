namespace ContentPages.Web.Live;

/// <summary>The streams that one connection has joined, and whether it is their owner's.</summary>
internal sealed class StreamJoins : Held<bool>;
