namespace Orleans.Embedded.Tests;

/// <summary>Places where grains wait until the test lets them go; a gate that was never shut is open.</summary>
public sealed class Gates
{
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];

    public Exception? FailActivation { get; set; }

    public bool EndWhileActivating { get; set; }

    public void Shut(string name) => _gates[name] = new();

    public void Open(string name) => _gates[name].TrySetResult();

    public Task Wait(string name) => _gates.TryGetValue(name, out var gate) ? gate.Task : Task.CompletedTask;
}
