namespace Orleans.Embedded.Tests;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(double dueSeconds, double periodSeconds, bool interleave = false, bool keepAlive = false);

    Task Change(double dueSeconds, double periodSeconds);

    Task Stop();

    Task StartThatThrows();

    /// <summary>Ticks after a second; the tick sets the timer anew.</summary>
    Task StartThatChanges(double dueSeconds, double periodSeconds);

    Task Hold(string gate);

    Task End();
}

public sealed class TimerGrain(Journal journal, Gates gates, TimeProvider time) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;

    public Task Start(double dueSeconds, double periodSeconds, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            Tick,
            new GrainTimerCreationOptions(Seconds(dueSeconds), Seconds(periodSeconds)) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task Change(double dueSeconds, double periodSeconds)
    {
        _timer!.Change(Seconds(dueSeconds), Seconds(periodSeconds));
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task StartThatThrows()
    {
        this.RegisterGrainTimer(
            () =>
            {
                journal.Add("throws");
                throw new InvalidDataException("tick");
            },
            Seconds(1),
            Seconds(1));
        return Task.CompletedTask;
    }

    public Task StartThatChanges(double dueSeconds, double periodSeconds)
    {
        var changed = false;
        _timer = this.RegisterGrainTimer(
            async token =>
            {
                if (!changed)
                    _timer!.Change(Seconds(dueSeconds), Seconds(periodSeconds));
                changed = true;
                await Tick(token);
            },
            Seconds(1),
            Seconds(1));
        return Task.CompletedTask;
    }

    public async Task Hold(string gate)
    {
        journal.Add("hold(");
        await gates.Wait(gate);
        journal.Add(")hold");
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private static TimeSpan Seconds(double seconds) => seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

    private async Task Tick(CancellationToken cancellationToken)
    {
        Assert.Same(GrainContext, RuntimeContext.Current);
        journal.Add($"tick {(time.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds}");
        await gates.Wait("tick").WaitAsync(cancellationToken);
    }
}
