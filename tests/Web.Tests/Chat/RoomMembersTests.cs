using ContentPages.Chat;
using ContentPages.Web.Chat;

namespace ContentPages.Web.Tests.Chat;

public sealed class RoomMembersTests
{
    private static readonly ChatStanding Viewer = new(ChatRole.Viewer);
    private static readonly ChatStanding Moderator = new(ChatRole.Moderator, Held: 0);
    private readonly RoomMembers _members = new();

    [Fact]
    public void ModeratorsOf_NamesWhoModeratesAndIsHere()
    {
        foreach (var (id, standing) in new[] { ("ann", new ChatStanding(ChatRole.Owner)), ("eve", Viewer), ("bob", Moderator) })
        {
            _members.Enter("room", id);
            _members.Learn("room", id, null, standing);
        }

        Assert.Equal(["ann", "bob"], _members.ModeratorsOf("room").Order());
        Assert.True(_members.Change("room", "eve", Moderator));
        Assert.True(_members.Change("room", "bob", Viewer));
        Assert.False(_members.Change("room", "stranger", Moderator));
        Assert.Equal(["ann", "eve"], _members.ModeratorsOf("room").Order());
        Assert.Empty(_members.ModeratorsOf("another"));
    }

    [Fact]
    public void Leave_WithTheLastConnection_ForgetsThem()
    {
        _members.Enter("room", "ann");
        _members.Enter("room", "ann");
        _members.Learn("room", "ann", null, Moderator);

        _members.Leave("room", "ann");
        Assert.Equal(Moderator, _members.Find("room", "ann"));
        _members.Leave("room", "ann");
        Assert.Null(_members.Find("room", "ann"));
        Assert.Empty(_members.ModeratorsOf("room"));
    }

    [Fact]
    public void Learn_AfterAChangeThatCameSinceItWasAsked_KeepsTheChange()
    {
        _members.Enter("room", "ann");
        var before = _members.Find("room", "ann");
        _members.Change("room", "ann", Moderator);

        Assert.Same(Moderator, _members.Learn("room", "ann", before, Viewer));
        Assert.Same(Viewer, _members.Learn("room", "ann", Moderator, Viewer));
        Assert.Same(Viewer, _members.Find("room", "ann"));
    }
}
