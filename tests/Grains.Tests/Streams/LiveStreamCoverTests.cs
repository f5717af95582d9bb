using ContentPages.Grains.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamCoverTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(20);

    private static LiveStreamState Arrive(LiveStreamState state, int number) => state.After(new LiveStreamCommand.ArriveCover(GivenStream.Cover(number)), Now);

    private static LiveStreamState Expect(LiveStreamState state, int number) => state.After(new LiveStreamCommand.ExpectCover(GivenStream.Cover(number)), Now);

    [Fact]
    public void Arrive_InAnyOrder_ShowsTheNewestAndRemovesTheOthers()
    {
        var forward = Arrive(Arrive(GivenStream.Offline, 1), 2);
        var backward = Arrive(Arrive(GivenStream.Offline, 2), 1);
        foreach (var state in new[] { forward, backward })
        {
            Assert.Equal((GivenStream.Cover(2), StreamWork.RemoveCovers), (state.Cover, state.Pending));
            Assert.Equal([GivenStream.Cover(1)], state.Covers.Unwanted);
        }

        var removed = forward.After(new LiveStreamCommand.ForgetCovers([GivenStream.Cover(1)]), Now);
        Assert.Equal((StreamWork.None, 0, null), (removed.Pending, removed.Covers.Unwanted.Count, removed.DueAt));
    }

    [Fact]
    public void Arrive_Doubled_IsIgnored()
    {
        var state = Arrive(Arrive(GivenStream.Offline, 1), 2);
        Assert.Equal(StreamInvariants.Json(state), StreamInvariants.Json(Arrive(Arrive(state, 2), 1)));
    }

    [Fact]
    public void Arrive_WhileAnotherWaitsToBeRemoved_KeepsBothInMind()
    {
        var state = Arrive(Arrive(Arrive(GivenStream.Offline, 1), 2), 3).After(new LiveStreamCommand.ForgetCovers([GivenStream.Cover(1)]), Now);
        Assert.Equal([GivenStream.Cover(2)], state.Covers.Unwanted);
        Assert.Equal(StreamWork.RemoveCovers, state.Pending);
    }

    [Fact]
    public void Expect_IsForgottenAfterAWhile()
    {
        var state = Expect(GivenStream.Offline, 1);
        Assert.Equal((Now.AddMinutes(20), Now.AddMinutes(5)), (state.Covers.ExpectedUntil, state.DueAt));
        var forgotten = state.After(new LiveStreamCommand.Defer(), Now.AddMinutes(20));
        Assert.Equal((0, null, null), (forgotten.Covers.Expected.Count, forgotten.Covers.ExpectedUntil, forgotten.DueAt));
    }

    [Fact]
    public void Expect_ThatArrives_IsNotLookedForAnyMore()
    {
        var state = Arrive(Expect(Expect(GivenStream.Offline, 1), 2), 1);
        Assert.Equal([GivenStream.Cover(2)], state.Covers.Expected);
        Assert.Null(Arrive(state, 2).Covers.ExpectedUntil);
    }

    [Fact]
    public void Expect_IsBounded()
    {
        var state = Enumerable.Range(1, 6).Aggregate(GivenStream.Offline, Expect);
        Assert.Equal(Enumerable.Range(3, 4).Select(GivenStream.Cover), state.Covers.Expected);
    }
}
