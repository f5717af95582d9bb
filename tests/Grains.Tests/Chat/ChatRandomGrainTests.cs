using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>
/// Senders who send again until they are answered, a moderator, a log that fails before and after it has written, and a process that dies. A seed
/// decides everything but the order in which threads get their turn.
/// </summary>
[Collection(ChatTests.Name)]
public sealed class ChatRandomGrainTests(ChatCluster cluster) : IDisposable
{
    private const int Senders = 8;
    private const int Messages = 12;

    public void Dispose()
    {
        cluster.Log.Fault = null;
        cluster.Log.Unreadable.Clear();
    }

    [Fact]
    public async Task WhateverFails_NothingAcknowledgedIsMissingOrDoubled()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var party = new Party(cluster);
            var batches = await cluster.Watch(party.Id);
            Break(new Random(seed));
            var all = Everybody(party, seed);
            await cluster.World.AdvanceUntil(all, TimeSpan.FromMilliseconds(300));
            var acknowledged = await all;
            cluster.Log.Fault = null;
            await cluster.World.Patiently(party.Try(Party.Owner, "the last"));

            var log = await Check(party, acknowledged);
            CheckTold(await batches.Until(b => b.To == log[^1].Seq), log);
        }
    }

    [Fact]
    public async Task WheneverTheProcessDies_NothingAcknowledgedIsMissingOrDoubled()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var party = new Party(cluster);
            var random = new Random(seed);
            Break(new Random(seed));
            var all = Everybody(party, seed);
            for (var crash = 0; crash < 3; crash++)
            {
                await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(random.Next(40))));

                // From one moment on nothing that this process does arrives, or is answered.
                var last = random.Next(2) == 0 ? LogFault.BeforeWrite : LogFault.AfterWrite;
                cluster.Log.Fault = _ =>
                {
                    var fault = last;
                    last = LogFault.BeforeWrite;
                    return fault;
                };
                cluster.Log.Unreadable.Add(party.Id);
                // Time goes on: otherwise whoever waits for it would still be there in the next life.
                await cluster.World.AdvanceUntil(cluster.Restart(), TimeSpan.FromMilliseconds(100));
                cluster.Log.Unreadable.Clear();
                Break(random);
            }

            await cluster.World.AdvanceUntil(all, TimeSpan.FromMilliseconds(300));
            var acknowledged = await all;
            cluster.Log.Fault = null;
            await Check(party, acknowledged);
        }
    }

    /// <summary>Three in ten appends fail; two of those have written.</summary>
    private void Break(Random random) => cluster.Log.Fault = _ => random.Next(10) switch
    {
        0 => LogFault.BeforeWrite,
        1 or 2 => LogFault.AfterWrite,
        _ => LogFault.None,
    };

    /// <summary>What was acknowledged: by sender and client id, with the number.</summary>
    private static async Task<Dictionary<(string, string), long>> Everybody(Party party, int seed)
    {
        var senders = Enumerable.Range(0, Senders).Select(n => Task.Run(() => Send(party, new($"u{n}", $"U{n}"), new Random((seed * 100) + n))));
        var moderating = Task.Run(() => Moderate(party, new Random(-seed)));
        var answers = await Task.WhenAll(senders);
        await moderating;
        return answers.SelectMany(a => a).ToDictionary();
    }

    private static async Task<Dictionary<(string, string), long>> Send(Party party, ChatPerson author, Random random)
    {
        var answered = new Dictionary<(string, string), long>();
        for (var n = 0; n < Messages; n++)
        {
            var clientId = $"{n}";
            while (!answered.ContainsKey((author.UserId, clientId)))
            {
                // Now and then impatient: the same message is on its way twice.
                var tries = await Task.WhenAll(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Try(() => party.Try(author, $"m{n}", clientId))));
                foreach (var posted in tries.Where(t => t is not null))
                {
                    Assert.Equal(answered.GetValueOrDefault((author.UserId, clientId), posted!.Seq), posted.Seq);
                    answered[(author.UserId, clientId)] = posted.Seq;
                }
            }
        }

        return answered;
    }

    private static async Task Moderate(Party party, Random random)
    {
        var done = new List<string>();
        for (var n = 0; n < 6; n++)
        {
            ChatAct act = random.Next(4) switch
            {
                0 => new ClearRoom(),
                1 => new TimeOutUser(new("nobody", "N"), 1, RemoveMessages: true),
                2 when done.Count > 0 => new UndoAct(done[random.Next(done.Count)]),
                _ => new DeleteMessage(random.Next(1, 20)),
            };
            if (await Try(() => party.Room.Moderate(Party.Owner, act)) is { AuditId: { } id }) done.Add(id);
        }
    }

    /// <summary>Null for what is to be tried again; a process that dies answers with an exception.</summary>
    private static async Task<T?> Try<T>(Func<Task<Result<T>>> call) where T : class
    {
        try
        {
            var answer = await call();
            if (answer.Rejection is { } rejection)
                Assert.True(rejection.Code is "unavailable" or "message_not_found" or "not_undoable" or "audit_not_found", rejection.Code);
            return answer.Value;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2));
            return null;
        }
    }

    private async Task<IReadOnlyList<ChatEntry>> Check(Party party, Dictionary<(string, string), long> acknowledged)
    {
        var log = await cluster.Log.Read(party.Id, 0, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(e => e.Seq));
        Assert.Equal(log.Select(e => e.At).Order(), log.Select(e => e.At));
        var sent = log.Where(e => e.Kind is ChatEntryKind.Message && e.UserId.StartsWith('u')).ToList();
        Assert.Equal(Senders * Messages, acknowledged.Count);
        Assert.Equal(acknowledged.OrderBy(a => a.Value), sent.Select(e => KeyValuePair.Create((e.UserId, e.ClientId), e.Seq)));

        // Each sender waited for the answer before the next: so they are in order.
        Assert.All(sent.GroupBy(e => e.UserId), own => Assert.Equal(Enumerable.Range(0, Messages).Select(n => $"{n}"), own.Select(e => e.ClientId)));
        var acts = await cluster.Log.ReadAudit(party.Id, null, 1000);
        Assert.Equal(log.Where(e => e.Kind is not ChatEntryKind.Message).Select(e => e.Seq), acts.Where(a => a.Seq is not null).Select(a => a.Seq!.Value).Order());
        return log;
    }

    /// <summary>Viewers were told every number once and in order, or that they must ask for it.</summary>
    private static void CheckTold(List<ChatBatch> batches, IReadOnlyList<ChatEntry> log)
    {
        var next = 1L;
        var askedFor = 0L;
        foreach (var batch in batches)
        {
            if (batch.From > batch.To) askedFor += batch.To + 1 - next;
            else Assert.Equal(next, batch.From);
            next = batch.To + 1;
            Assert.All(batch.Messages, m => Assert.InRange(m.Seq, batch.From, batch.To));
            Assert.All(batch.Messages, m => Assert.Equal((log[(int)m.Seq - 1].UserId, log[(int)m.Seq - 1].At), (m.UserId, m.SentAt)));
        }

        var removedTogether = batches.Sum(b => b.To - b.From + 1 - b.Messages.Count);
        Assert.Equal(log.Count, batches.Sum(b => b.Messages.Count) + removedTogether + askedFor);
    }
}
