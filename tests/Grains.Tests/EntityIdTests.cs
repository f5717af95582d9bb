namespace ContentPages.Grains.Tests;

public sealed class EntityIdTests
{
    [Fact]
    public void New_IsValidAndSortsByTime()
    {
        var start = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 100).Select(i => EntityId.New(start.AddMilliseconds(i))).ToList();
        Assert.All(ids, id => Assert.True(EntityId.IsValid(id)));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019B0000-0000-7000-8000-000000000001")]
    [InlineData("019b0000-0000-4000-8000-000000000001")]
    [InlineData("019b0000000070008000000000000001")]
    [InlineData("{019b0000-0000-7000-8000-000000000001}")]
    [InlineData(" 019b0000-0000-7000-8000-000000000001")]
    [InlineData("019b0000-0000-7000-8000-000000000001\n")]
    [InlineData("../../../../../../../../../../../../../")]
    public void IsValid_OfAnythingElse_IsFalse(string? text) => Assert.False(EntityId.IsValid(text));
}
