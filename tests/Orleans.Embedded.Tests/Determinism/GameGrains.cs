namespace Orleans.Embedded.Tests;

public interface IPlayerGrain : IGrainWithStringKey
{
    Task Play(int rounds);
}

public interface ITableGrain : IGrainWithStringKey
{
    Task<int> Bet(string player, int round);
}

/// <summary>Plays at two tables with everything at once: calls, timers, state, combinators.</summary>
public sealed class PlayerGrain(Journal journal, TimeProvider time) : Grain, IPlayerGrain
{
    private IGrainTimer? _timer;

    private string Name => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(() => Note("tick"), TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(30));
        return Note("sits down");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Note("leaves");

    public async Task Play(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var bets = await Task.WhenAll(Table("red").Bet(Name, round), Table("black").Bet(Name, round));
            await Note($"round {round}: {bets[0]} {bets[1]}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), time);
        }

        _timer!.Dispose();
    }

    private ITableGrain Table(string name) => GrainFactory.GetGrain<ITableGrain>(name);

    private Task Note(string line)
    {
        journal.Add($"{Name} {line}");
        return Task.CompletedTask;
    }
}

public sealed class TableGrain([PersistentState("pot", "test")] IPersistentState<CounterState> pot) : Grain, ITableGrain
{
    public async Task<int> Bet(string player, int round)
    {
        await Task.Yield();
        pot.State.Value++;
        await pot.WriteStateAsync();
        await this.GetStreamProvider("streams").GetStream<string>(StreamId.Create("table", "all")).OnNextAsync($"{player} bets {round}");
        if (pot.State.Value % 7 == 0)
            DeactivateOnIdle();
        return pot.State.Value;
    }
}
