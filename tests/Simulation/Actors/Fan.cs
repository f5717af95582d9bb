using ContentPages.Chat;
using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>Somebody who writes: each message is sent again until it is answered, with the id that it had.</summary>
internal sealed class Fan(SimulatedWorld world, string streamId, Viewer viewer, Posts posts)
{
    private const int MostTries = 60;

    private static readonly string[] s_texts = ["hello", "great song", "look at www.example.com", "one more", "darn it"];

    private readonly Dice _dice = world.Dice.Fork();

    private ChatPerson Person => viewer.Person!;

    public async Task Write(int messages)
    {
        for (var n = 0; n < messages; n++)
        {
            await world.Pass(_dice.LongTail(3_000));
            if (_dice.Chance(0.5)) await Tap(_dice.Pick(ChatReactions.All));
            var clientId = $"{n}";
            var text = $"{_dice.Pick(s_texts)} {Person.UserId}-{n}";
            var post = posts.Send(Person.UserId, clientId, text);

            // Now and then it is sent twice at once: two tabs, or an impatient page.
            if (_dice.Chance(0.1)) await Task.WhenAll(SendUntilAnswered(post, clientId), SendUntilAnswered(post, clientId));
            else await SendUntilAnswered(post, clientId);
        }
    }

    /// <summary>Writes while the room is deleted, until the page knows of it.</summary>
    public async Task WriteOn(int messages)
    {
        for (var n = 0; n < messages && !viewer.IsGone; n++)
        {
            await world.Pass(_dice.LongTail(2_000));
            var clientId = $"late {n}";
            await SendUntilAnswered(posts.Send(Person.UserId, clientId, $"wait {Person.UserId}-{n}"), clientId);
        }
    }

    private async Task Tap(string emoji)
    {
        if (viewer.Node is not { } node) return;
        var count = world.Room(streamId).Taps.Of(node, emoji);
        try
        {
            await node.Ask($"{Person.UserId} taps {emoji}", async c =>
            {
                count.Sent++;
                var rejection = await c.GetGrain<IChatRoomGrain>(streamId).React(Person, emoji);
                if (rejection is null) count.Accepted++;
                return rejection;
            });
        }
        catch (Exception)
        {
            // Nobody taps again because an answer was lost.
        }
    }

    public async Task SendUntilAnswered(Post post, string clientId)
    {
        for (var tries = 0; tries < MostTries && !viewer.IsGone; tries++)
        {
            try
            {
                if (viewer.Node is not { } node) throw new ConnectionLost("nobody");
                var answer = await node.Ask($"{Person.UserId} posts {clientId}", c => c.GetGrain<IChatRoomGrain>(streamId).Post(Person, clientId, post.Text));
                if (answer.Ok)
                {
                    if (answer.Value.Held) post.WasHeld = true;
                    else posts.Acknowledge(post, answer.Value.Seq);
                    return;
                }

                if (answer.Rejection.RetryAfter is not { } wait || (answer.Rejection.Code is "timed_out" && _dice.Chance(0.5))) return;
                await world.Pass(TimeSpan.FromSeconds(Math.Min(wait, 20)));
            }
            catch (Exception)
            {
                await world.Pass(_dice.Milliseconds(20, 2_000));
            }
        }
    }
}
